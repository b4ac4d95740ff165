namespace KnowledgeBase.Questions;

internal static class Letters
{
    /// <summary>A, B, C, … as options are called on the page; their ids would betray the author's order.</summary>
    public static string Of(int index) => ((char)('A' + index)).ToString();

    /// <summary>a, b, c, … as answers call them.</summary>
    public static string Token(int index) => ((char)('a' + index)).ToString();

    /// <summary>−1 if it is none.</summary>
    public static int Index(string token) => token is [>= 'a' and <= 'z' and var letter] ? letter - 'a' : -1;
}
