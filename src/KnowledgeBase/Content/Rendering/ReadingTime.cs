namespace KnowledgeBase.Content.Rendering;

/// <summary>How long a text takes: 400 Chinese characters or 200 words a minute, and a while for what has to be studied.</summary>
internal sealed class ReadingTime
{
    private double _seconds;

    public int Han { get; private set; }

    public int Words { get; private set; }

    public int Minutes => Math.Max(1, (int)Math.Round((Han / 400.0) + (Words / 200.0) + (_seconds / 60), MidpointRounding.AwayFromZero));

    public void AddWords(ReadOnlySpan<char> text)
    {
        var inWord = false;
        foreach (var c in text)
        {
            var isHan = c is >= '\u3400' and <= '\u9FFF';
            var isLetter = !isHan && char.IsLetterOrDigit(c);
            Han += isHan ? 1 : 0;
            Words += isLetter && !inWord ? 1 : 0;
            // An apostrophe or a hyphen joins what it stands between.
            inWord = isLetter || (inWord && c is '\'' or '’' or '-');
        }
    }

    public void AddFigure() => _seconds += 15;

    public void AddFormula() => _seconds += 8;

    public void AddCode(int lines) => _seconds += 2 * lines;
}
