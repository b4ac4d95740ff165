using System.Globalization;

namespace KnowledgeBase.Content.Rendering;

/// <summary>
/// The few words that the renderer itself adds to a text. They are stored with it, in the text's language and not the
/// visitor's, which is why they are not interface texts.
/// </summary>
internal static class Labels
{
    public static readonly Bilingual Figure = new("图 {0}", "Figure {0}");
    public static readonly Bilingual Table = new("表格 {0}", "Table {0}");
    public static readonly Bilingual Formula = new("公式 {0}", "Formula {0}");
    public static readonly Bilingual Output = new("输出", "Output");
    public static readonly Bilingual Listing = new("代码 {0}，{1}", "Listing {0}, {1}");

    public static string Format(this Bilingual label, string language, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, label[language], parts);
}
