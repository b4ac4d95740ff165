using System.Globalization;
using System.Text;

namespace KnowledgeBase.Content.Sources;

/// <summary>A text file of the content folder, decoded strictly, with <c>\n</c> at the end of its lines.</summary>
/// <param name="Path">As problems name it: from the content folder's own name downwards.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null, with a problem, if the bytes are no UTF-8 text.</summary>
    public static SourceFile? Decode(string path, byte[] bytes, Problems problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(path, 1, "The file is UTF-16. Save it as UTF-8.");
            return null;
        }

        string text;
        try
        {
            text = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            problems.Add(path, LineAt(bytes, failure.Index), "The file is not valid UTF-8 here. Save it as UTF-8.");
            return null;
        }

        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return HasForbidden(path, text, problems) ? null : new(path, text);
    }

    // NUL and its kin are never meant; direction overrides make a text read differently from what is stored.
    private static bool HasForbidden(string path, string text, Problems problems)
    {
        var line = 1;
        foreach (var c in text)
        {
            if (c == '\n')
                line++;
            else if ((char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                problems.Add(path, line, string.Create(CultureInfo.InvariantCulture, $"The character U+{(int)c:X4} is not allowed."));
                return true;
            }
        }
        return false;
    }

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n');
}
