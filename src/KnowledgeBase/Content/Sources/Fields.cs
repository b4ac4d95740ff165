using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Content.Sources;

/// <summary>Reads the known keys of a YAML map. What is missing, of the wrong kind or unknown becomes a problem, and reading goes on.</summary>
internal sealed class Fields
{
    private readonly YamlMappingNode _map;
    private readonly string _file;
    private readonly int _firstLine;
    private readonly Problems _problems;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private Fields(YamlMappingNode map, string file, int firstLine, Problems problems)
    {
        (_map, _file, _firstLine, _problems) = (map, file, firstLine, problems);
        Line = Yaml.Line(map.Start, firstLine);
    }

    public int Line { get; }

    public YamlNode Root => _map;

    public static Fields? Map(YamlNode? node, string file, int firstLine, Problems problems)
    {
        if (node is YamlMappingNode map)
            return new(map, file, firstLine, problems);
        if (node is not null)
            problems.Add(file, Yaml.Line(node.Start, firstLine), "Expected keys and values here.");
        return null;
    }

    /// <summary>A file that is a list of maps.</summary>
    public static List<Fields> List(YamlNode? node, string file, Problems problems)
    {
        if (node is YamlSequenceNode list)
            return [.. list.Select(item => Map(item, file, 1, problems)).OfType<Fields>()];
        if (node is not null)
            problems.Add(file, Yaml.Line(node.Start, 1), "Expected a list here.");
        return [];
    }

    public bool Has(string key) => Node(key) is not null;

    public void Problem(string message, string? key = null) => _problems.Add(_file, LineOf(key), message);

    public string Text(string key, int maximum) => Scalar(Required(key), key, maximum)?.Text ?? "";

    public string? TextOrNull(string key, int maximum) => Scalar(Node(key), key, maximum)?.Text;

    public TextAt? TextAtOrNull(string key, int maximum) => Scalar(Node(key), key, maximum);

    public string Slug(string key)
    {
        var text = Text(key, 60);
        if (text.Length > 0 && !Slugs.IsSlug(text))
            Problem($"'{text}' is no id: use a-z, 0-9 and single hyphens.", key);
        return text;
    }

    public double Real(string key) => RealOrNull(key) ?? Missing(key);

    public double? RealOrNull(string key)
    {
        if (TextOrNull(key, 40) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        Problem($"{key}: '{text}' is no number.", key);
        return null;
    }

    public int Whole(string key, int minimum, int maximum)
    {
        var text = Text(key, 40);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
            return value;
        if (text.Length > 0)
            Problem($"{key}: '{text}' must be a whole number from {minimum} to {maximum}.", key);
        return minimum;
    }

    public bool Flag(string key)
    {
        var text = Text(key, 40);
        if (text.Length > 0 && text is not ("true" or "false"))
            Problem($"{key}: '{text}' must be true or false.", key);
        return text == "true";
    }

    public BothAt Both(string key, int maximum)
    {
        var both = Required(key) is { } node ? Map(node, _file, _firstLine, _problems) : null;
        var texts = new BothAt(both?.At("zh", maximum) ?? Nothing, both?.At("en", maximum) ?? Nothing);
        both?.End();
        return texts;
    }

    public BothAt? BothOrNull(string key, int maximum) => Has(key) ? Both(key, maximum) : null;

    public string[] Words(string key, int minimum, int maximum, int maximumLength)
    {
        if ((minimum > 0 ? Required(key) : Node(key)) is not { } node)
            return [];
        if (node is not YamlSequenceNode list)
        {
            Problem($"{key}: expected a list.", key);
            return [];
        }
        CheckCount(list, key, minimum, maximum);
        return [.. list.Select(item => Scalar(item, key, maximumLength)?.Text).OfType<string>()];
    }

    public List<Fields> Maps(string key, int minimum, int maximum)
    {
        var list = Required(key) as YamlSequenceNode;
        if (list is null && Has(key))
            Problem($"{key}: expected a list.", key);
        else if (list is not null)
            CheckCount(list, key, minimum, maximum);
        return [.. list?.Select(item => Map(item, _file, _firstLine, _problems)).OfType<Fields>() ?? []];
    }

    public Fields? Inner(string key) => Node(key) is { } node ? Map(node, _file, _firstLine, _problems) : null;

    /// <summary>A value that may be of either kind; the caller tells which it is.</summary>
    public YamlNode? Node(string key)
    {
        _read.Add(key);
        return _map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    /// <summary>All keys, for a map whose keys are words of the author's.</summary>
    public IEnumerable<string> Keys => _map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>Every key that nobody asked for is a mistake of the author's.</summary>
    public void End()
    {
        foreach (var key in _map.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_read.Contains(name))
                _problems.Add(_file, Yaml.Line(key.Start, _firstLine), $"Unknown key '{key}'. Known here: {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
        }
    }

    private void CheckCount(YamlSequenceNode list, string key, int minimum, int maximum)
    {
        if (list.Children.Count < minimum || list.Children.Count > maximum)
            Problem($"{key}: expected {minimum} to {maximum} entries, found {list.Children.Count}.", key);
    }

    private TextAt Nothing => new(_file, Line, "");

    private TextAt? At(string key, int maximum) => Scalar(Required(key), key, maximum);

    private double Missing(string key)
    {
        if (!Has(key))
            Required(key);
        return 0;
    }

    private YamlNode? Required(string key)
    {
        var node = Node(key);
        if (node is null)
            Problem($"'{key}' is missing.");
        return node;
    }

    private TextAt? Scalar(YamlNode? node, string key, int maximum)
    {
        if (node is null)
            return null;
        var line = Yaml.Line(node.Start, _firstLine);
        if (node is not YamlScalarNode scalar)
        {
            _problems.Add(_file, line, $"{key}: expected a text.");
            return null;
        }
        var text = (scalar.Value ?? "").Trim();
        if (text.Length == 0)
            _problems.Add(_file, line, $"'{key}' is empty.");
        else if (text.Length > maximum)
            _problems.Add(_file, line, $"{key}: {text.Length} characters, at most {maximum} are allowed.");
        // A block scalar's text begins on the line below its | or >.
        return new(_file, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? line + 1 : line, text);
    }

    // A list begins below its key, and it is the key that an author looks for.
    private int LineOf(string? key) => key is not null && _map.Children.Keys.FirstOrDefault(node => node is YamlScalarNode scalar && scalar.Value == key) is { } node
        ? Yaml.Line(node.Start, _firstLine) : Line;
}
