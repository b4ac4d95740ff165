using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KnowledgeBase.Content.Rendering;

/// <summary><c>:::key Title</c> … <c>:::</c>: a box that says the core, or (<c>:::note</c>) corrects an error.</summary>
internal sealed class CalloutSyntax : IMarkdownExtension
{
    public static readonly string[] Kinds = ["key", "note"];

    // Only the block form of Markdig's containers: its inline form would take double colons out of ordinary text.
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new CustomContainerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Insert(0, new Callouts());
    }

    private sealed class Callouts : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            renderer.EnsureLine();
            renderer.Write(container.Info == "note" ? "<div class=\"key note\">" : "<div class=\"key\">");
            renderer.Write("<p class=\"title\"><strong>").WriteEscape(container.Arguments).WriteLine("</strong></p>");
            renderer.WriteChildren(container);
            renderer.WriteLine("</div>");
        }
    }
}
