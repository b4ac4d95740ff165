namespace KnowledgeBase.Questions;

internal static class Letters
{
    /// <summary>A, B, C, … as options are called on the page; their ids would betray the author's order.</summary>
    public static string Of(int index) => ((char)('A' + index)).ToString();
}
