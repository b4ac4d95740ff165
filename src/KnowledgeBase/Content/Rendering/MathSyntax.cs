using System.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Rendering;

/// <summary><c>$…$</c> within a text. <c>$$…$$</c> found here is a mistake: it belongs on lines of its own.</summary>
internal sealed class FormulaInline(string tex, bool isDisplay) : LeafInline
{
    public string Tex { get; } = tex;
    public bool IsDisplay { get; } = isDisplay;
    public string Html { get; set; } = "";
}

/// <summary><c>$$…$$</c> on lines of its own.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser)
{
    public StringBuilder Tex { get; } = new();
    public bool IsClosed { get; set; }
    public string Html { get; set; } = "";
}

/// <summary>
/// Markdig's own math wants white space around it, which Chinese has none of. Here a formula's dollar signs touch its text on
/// the inside and no digit follows the last one, so that <c>其中$\beta$是</c> is a formula and <c>$5 和 $10</c> is money.
/// </summary>
internal sealed class MathSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new InlineFormulas());
        pipeline.BlockParsers.Insert(0, new DisplayFormulas());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class InlineFormulas : InlineParser
    {
        public InlineFormulas() => OpeningCharacters = ['$'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.Text;
            var width = slice.PeekChar() == '$' ? 2 : 1;
            var open = slice.Start + width;
            if (open > slice.End || (width == 1 && char.IsWhiteSpace(text[open])))
                return false;
            var close = Close(text, open, slice.End);
            if (close < 0 || !Closes(text, close, slice.End, width))
                return false;

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new FormulaInline(text[open..close], width == 2)
            {
                Line = line,
                Column = column,
                Span = new(start, start + close + width - 1 - slice.Start),
            };
            slice.Start = close + width;
            return true;
        }

        private static int Close(string text, int from, int end)
        {
            for (var i = from; i <= end; i++)
            {
                if (text[i] == '\\')
                    i++;
                else if (text[i] == '$')
                    return i;
            }
            return -1;
        }

        private static bool Closes(string text, int close, int end, int width) => width == 2
            ? close < end && text[close + 1] == '$'
            : !char.IsWhiteSpace(text[close - 1]) && (close == end || !char.IsAsciiDigit(text[close + 1]));
    }

    private sealed class DisplayFormulas : BlockParser
    {
        public DisplayFormulas() => OpeningCharacters = ['$'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.ToString();
            if (processor.IsCodeIndent || !line.StartsWith("$$", StringComparison.Ordinal))
                return BlockState.None;
            var rest = line[2..].Trim();
            // Two on one line with words after them: a paragraph, in which the inline parser will find them.
            if (rest.Contains("$$", StringComparison.Ordinal) && !rest.EndsWith("$$", StringComparison.Ordinal))
                return BlockState.None;

            var block = new FormulaBlock(this) { Line = processor.LineIndex, Column = processor.Column, Span = new(processor.Start, processor.Line.End) };
            processor.NewBlocks.Push(block);
            return Take(block, rest);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return Take((FormulaBlock)block, processor.Line.ToString().Trim());
        }

        private static BlockState Take(FormulaBlock block, string line)
        {
            block.IsClosed = line.EndsWith("$$", StringComparison.Ordinal);
            block.Tex.Append(block.IsClosed ? line[..^2] : line).Append('\n');
            return block.IsClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }
    }
}
