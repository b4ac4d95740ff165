namespace KnowledgeBase.Content;

/// <summary>A text in both of the site's languages; neither may be missing.</summary>
public sealed record Bilingual(string Zh, string En)
{
    public static readonly string[] Languages = ["zh", "en"];

    public string this[string language] => language == "en" ? En : Zh;
}
