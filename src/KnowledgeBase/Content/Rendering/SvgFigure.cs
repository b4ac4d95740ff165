using System.Globalization;
using System.Text;
using System.Xml;
using KnowledgeBase.Content.Sources;

namespace KnowledgeBase.Content.Rendering;

/// <summary>
/// Copies an SVG file into a page, element by element: whatever <see cref="SvgRules"/> does not know is a problem and is not
/// copied. Its ids get a prefix, for the page has ids of its own.
/// </summary>
internal sealed class SvgFigure
{
    private const int MaximumDepth = 16;
    private const int MaximumElements = 4000;

    private readonly StringBuilder _html = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, int Line)> _references = [];
    private readonly SourceFile _file;
    private readonly string _prefix;
    private readonly Problems _problems;
    private readonly Stack<bool> _named = new();
    private int _elements;
    private bool _hasTitle, _hasDescription;

    private SvgFigure(SourceFile file, string prefix, Problems problems) => (_file, _prefix, _problems) = (file, prefix, problems);

    public static string Inline(SourceFile file, string prefix, Problems problems)
    {
        var figure = new SvgFigure(file, prefix, problems);
        try
        {
            figure.Copy();
        }
        catch (XmlException failure)
        {
            problems.Add(file.Path, Math.Max(1, failure.LineNumber), "Not valid SVG: " + failure.Message);
        }
        return figure._html.ToString();
    }

    private void Copy()
    {
        using var reader = XmlReader.Create(new StringReader(_file.Text), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !Open(reader):
                    return;
                case XmlNodeType.EndElement:
                    _named.Pop();
                    _html.Append("</").Append(reader.LocalName).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    _html.Append(Markup.Escape(reader.Value));
                    break;
                case XmlNodeType.Whitespace:
                    _html.Append('\n');
                    break;
            }
        }
        foreach (var (id, line) in _references.Where(reference => !_ids.ContainsKey(reference.Id)))
            _problems.Add(_file.Path, line, $"There is no element with the id '{id}'.");
        if (!_hasTitle || !_hasDescription)
            _problems.Add(_file.Path, 1, "The figure needs a <title> and a <desc> as its first children.");
    }

    /// <summary>False: give up on the file.</summary>
    private bool Open(XmlReader reader)
    {
        var (name, line) = (reader.LocalName, Line(reader));
        var complaint = reader.NamespaceURI != SvgRules.Namespace || !SvgRules.Elements.Contains(name) ? $"<{reader.Name}> is not allowed in a figure."
            : reader.Depth == 0 != (name == "svg") ? "<svg> is the root and only the root."
            : reader.Depth > MaximumDepth ? $"More than {MaximumDepth} levels of nesting."
            : ++_elements > MaximumElements ? $"More than {MaximumElements} elements."
            // A <use> that could itself be used would multiply.
            : name == "use" && _named.Contains(true) ? "<use> must not stand inside an element with an id." : null;
        if (complaint is not null)
        {
            _problems.Add(_file.Path, line, complaint);
            return false;
        }

        _html.Append('<').Append(name);
        if (name == "svg")
            Root(reader, line);
        else if (reader.Depth == 1 && name == "title")
            _hasTitle = Label("t");
        else if (reader.Depth == 1 && name == "desc")
            _hasDescription = Label("d");
        var empty = reader.IsEmptyElement;
        if (!empty)
            _named.Push(reader.GetAttribute("id") is not null);
        Attributes(reader, name);
        _html.Append(empty ? "/>" : ">");
        return true;
    }

    private void Root(XmlReader reader, int line)
    {
        if (reader.GetAttribute("viewBox") is null)
            _problems.Add(_file.Path, line, "The root needs a viewBox.");
        if (reader.GetAttribute("width") is not null || reader.GetAttribute("height") is not null)
            _problems.Add(_file.Path, line, "The root has no width or height: the page decides how large a figure is.");
        _html.Append(CultureInfo.InvariantCulture, $" role=\"img\" aria-labelledby=\"{_prefix}t\" aria-describedby=\"{_prefix}d\"");
    }

    private bool Label(string suffix)
    {
        _html.Append(CultureInfo.InvariantCulture, $" id=\"{_prefix}{suffix}\"");
        return true;
    }

    private void Attributes(XmlReader reader, string element)
    {
        while (reader.MoveToNextAttribute())
        {
            var (name, value, line) = (reader.Name, reader.Value, Line(reader));
            if (name is "xmlns" || (element == "svg" && name == "role"))
                continue;
            if (SvgRules.Complaint(element, name, value) is { } complaint)
            {
                _problems.Add(_file.Path, line, complaint);
                continue;
            }
            if (name == "id" && !_ids.TryAdd(value, line))
                _problems.Add(_file.Path, line, $"The id '{value}' is used twice.");
            if (SvgRules.Reference(name, value) is { } id)
            {
                _references.Add((id, line));
                value = value.Replace($"#{id}", $"#{_prefix}{id}", StringComparison.Ordinal);
            }
            else if (name == "id")
                value = _prefix + value;
            _html.Append(CultureInfo.InvariantCulture, $" {name}=\"{Markup.Escape(value)}\"");
        }
        reader.MoveToElement();
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
