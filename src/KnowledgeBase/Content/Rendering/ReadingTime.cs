namespace KnowledgeBase.Content.Rendering;

/// <summary>How long a text takes: 400 Chinese characters or 200 words a minute, and a while for what has to be studied.</summary>
internal sealed class ReadingTime
{
    private int _han;
    private int _words;
    private double _seconds;

    /// <summary>Chinese characters plus letters, the length that authors watch.</summary>
    public int Letters { get; private set; }

    public int Minutes => Math.Max(1, (int)Math.Round((_han / 400.0) + (_words / 200.0) + (_seconds / 60), MidpointRounding.AwayFromZero));

    public void Words(ReadOnlySpan<char> text)
    {
        var inWord = false;
        foreach (var c in text)
        {
            var isHan = c is >= '\u3400' and <= '\u9FFF';
            var isLetter = !isHan && char.IsLetterOrDigit(c);
            _han += isHan ? 1 : 0;
            _words += isLetter && !inWord ? 1 : 0;
            Letters += isHan || isLetter ? 1 : 0;
            // An apostrophe or a hyphen joins what it stands between.
            inWord = isLetter || (inWord && c is '\'' or '’' or '-');
        }
    }

    public void Figure() => _seconds += 15;

    public void Formula() => _seconds += 8;

    public void Code(int lines) => _seconds += 2 * lines;
}
