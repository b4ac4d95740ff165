using System.Collections.Frozen;
using System.Text;
using TextMateSharp.Grammars;
using TextMateSharp.Internal.Grammars.Reader;
using TextMateSharp.Internal.Themes.Reader;
using TextMateSharp.Internal.Types;
using TextMateSharp.Registry;
using TextMateSharp.Themes;

namespace KnowledgeBase.Content.Rendering;

/// <summary>Source code to HTML with a small fixed set of classes; their colours are in <c>wwwroot/code.css</c>.</summary>
internal sealed class Highlighter
{
    /// <summary>Fence word → name shown above the code. <c>text</c> is not coloured.</summary>
    public static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["python"] = "Python",
        ["bash"] = "Bash",
        ["c"] = "C",
        ["cpp"] = "C++",
        ["csharp"] = "C#",
        ["json"] = "JSON",
        ["yaml"] = "YAML",
        ["text"] = "Text",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The most telling part of a token's innermost known scope, first match wins.</summary>
    private static readonly (string Scope, string? Class)[] Classes =
    [
        ("comment", "tk-comment"),
        ("punctuation.definition.comment", "tk-comment"),
        ("string", "tk-string"),
        ("punctuation.definition.string", "tk-string"),
        ("constant.character", "tk-string"),
        ("constant.numeric", "tk-number"),
        ("constant.language", "tk-constant"),
        ("keyword.operator.logical", "tk-keyword"),
        ("keyword.operator", null),
        ("keyword", "tk-keyword"),
        ("storage.type.string", "tk-string"),
        ("storage.type.format", "tk-string"),
        ("storage", "tk-keyword"),
        ("entity.name.function", "tk-function"),
        ("support.function", "tk-function"),
        ("meta.function-call.generic", "tk-function"),
        ("entity.name.type", "tk-type"),
        ("entity.name.class", "tk-type"),
        ("support.type.property-name", "tk-type"),
        ("support.type", "tk-type"),
        ("support.class", "tk-type"),
        ("entity.name.tag", "tk-type"),
        ("meta.embedded", null),
        ("meta.fstring", null),
    ];

    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Language, string Code), string> _done = [];
    private readonly Registry _registry = new(new Grammars());

    public string Html(string language, string code)
    {
        // Both languages of an article show the same code.
        if (!_done.TryGetValue((language, code), out var html))
            _done[(language, code)] = html = Make(language, code);
        return html;
    }

    private string Make(string language, string code)
    {
        var grammar = Grammars.Scopes.TryGetValue(language, out var scope) ? _registry.LoadGrammar(scope) : null;
        if (grammar is null)
            return Markup.Escape(code);

        var html = new StringBuilder(code.Length * 3);
        IStateStack? state = null;
        foreach (var line in code.Split('\n'))
        {
            var tokens = grammar.TokenizeLine(line, state, LineLimit);
            state = tokens.RuleStack;
            AppendLine(html, line, tokens.Tokens);
            html.Append('\n');
        }
        return html.ToString(0, html.Length - 1);
    }

    // Neighbours of one class share a span; white space needs none, but joins them.
    private static void AppendLine(StringBuilder html, string line, IToken[] tokens)
    {
        string? open = null;
        var space = "";
        foreach (var token in tokens)
        {
            var start = Math.Min(token.StartIndex, line.Length);
            var text = line[start..Math.Min(token.EndIndex, line.Length)];
            if (string.IsNullOrWhiteSpace(text))
            {
                space += text;
                continue;
            }
            var next = Class(token.Scopes);
            if (next == open)
                html.Append(space);
            else
                html.Append(open is null ? "" : "</span>").Append(space).Append(next is null ? "" : $"<span class=\"{next}\">");
            (open, space) = (next, "");
            html.Append(Markup.Escape(text));
        }
        html.Append(open is null ? "" : "</span>").Append(space);
    }

    private static string? Class(List<string> scopes)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            foreach (var (scope, name) in Classes)
            {
                if (scopes[i].StartsWith(scope, StringComparison.Ordinal))
                    return name;
            }
        }
        return null;
    }

    /// <summary>Takes single grammars out of the package; its own options would read all of its sixty at once.</summary>
    private sealed class Grammars : IRegistryOptions
    {
        public static readonly FrozenDictionary<string, string> Scopes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["python"] = "source.python",
            ["bash"] = "source.shell",
            ["c"] = "source.c",
            ["cpp"] = "source.cpp",
            ["csharp"] = "source.cs",
            ["json"] = "source.json",
            ["yaml"] = "source.yaml",
        }.ToFrozenDictionary(StringComparer.Ordinal);

        private static readonly FrozenDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["source.python"] = "python.syntaxes.MagicPython",
            ["source.regexp.python"] = "python.syntaxes.MagicRegExp",
            ["source.shell"] = "shellscript.syntaxes.shell-unix-bash",
            ["source.c"] = "cpp.syntaxes.c",
            ["source.c.platform"] = "cpp.syntaxes.platform",
            ["source.cpp"] = "cpp.syntaxes.cpp",
            ["source.cpp.embedded.macro"] = "cpp.syntaxes.cpp.embedded.macro",
            ["source.cs"] = "csharp.syntaxes.csharp",
            ["source.json"] = "json.syntaxes.JSON",
            ["source.yaml"] = "yaml.syntaxes.yaml",
        }.ToFrozenDictionary(StringComparer.Ordinal);

        public IRawGrammar? GetGrammar(string scopeName)
        {
            if (!Files.TryGetValue(scopeName, out var file))
                return null;
            using var stream = typeof(RegistryOptions).Assembly
                .GetManifestResourceStream($"TextMateSharp.Grammars.Resources.Grammars.{file}.tmLanguage.json")!;
            using var reader = new StreamReader(stream);
            return GrammarReader.ReadGrammarSync(reader);
        }

        public ICollection<string>? GetInjections(string scopeName) => null;

        // Colours are the stylesheet's business, but the registry wants a theme.
        public IRawTheme GetDefaultTheme() => ThemeReader.ReadThemeSync(new StreamReader(new MemoryStream("{\"tokenColors\":[]}"u8.ToArray())));

        public IRawTheme GetTheme(string scopeName) => GetDefaultTheme();
    }
}
