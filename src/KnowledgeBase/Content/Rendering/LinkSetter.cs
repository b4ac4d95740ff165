using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Resolves the links of a text. Where they lead within the book is checked once the whole book is read.</summary>
internal sealed class LinkSetter(TextContext context)
{
    private readonly List<ProseLink> _links = [];

    public IReadOnlyList<ProseLink> Links => _links;

    public void Set(LinkInline link)
    {
        var url = link.Url ?? "";
        if (BookMap.IsExternal(url))
            link.GetAttributes().AddProperty("rel", "noopener");
        else if (context.Workshop.Book.Resolve(url, context.Language, context.Section, context.IsArticle) is { } target)
        {
            link.Url = target.Address;
            _links.Add(new(context.Source.File, context.Line(link), target.Section, target.Id));
        }
        else
            context.Problem(link, $"The link '{url}' leads nowhere: use #id, section, section#id or https://….");
    }

    public void Set(AutolinkInline link)
    {
        if (link.IsEmail || !BookMap.IsExternal(link.Url))
            context.Problem(link, $"The address '{link.Url}' is not allowed: only https:// ones are.");
        else
            link.GetAttributes().AddProperty("rel", "noopener");
    }
}
