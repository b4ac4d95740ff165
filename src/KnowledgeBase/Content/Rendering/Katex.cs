using System.Globalization;
using System.Text;
using Microsoft.ClearScript;
using Microsoft.ClearScript.V8;

namespace KnowledgeBase.Content.Rendering;

/// <summary>TeX to HTML and MathML, by the script that browsers would run. Costs a third of a second to build, so it is built when first needed.</summary>
internal sealed class Katex : IDisposable
{
    public const string Version = "0.19.1";

    /// <summary>Belongs to a formula's hash: what is set here changes what comes out.</summary>
    private const string Options =
        "{displayMode: display, throwOnError: true, strict: 'error', trust: refuse, maxSize: 40, maxExpand: 500, output: 'htmlAndMathml'}";

    private const int MaximumLength = 2000;
    private const int MaximumDepth = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private V8ScriptEngine? _engine;

    public static string Hash(string tex, bool display) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}\n{Options}\n{display}\n{tex}")));

    /// <exception cref="FormulaException">The formula is wrong; the message says how.</exception>
    public string Render(string tex, bool display)
    {
        if (tex.Length > MaximumLength)
            throw new FormulaException(string.Create(CultureInfo.InvariantCulture, $"a formula has at most {MaximumLength} characters, this one {tex.Length}"));
        // Its parser calls itself once per level.
        if (Depth(tex) > MaximumDepth)
            throw new FormulaException(string.Create(CultureInfo.InvariantCulture, $"more than {MaximumDepth} levels of braces"));
        var engine = _engine ??= Build();
        using var patience = new Timer(_ => engine.Interrupt(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            return (string)engine.Invoke("render", tex, display);
        }
        catch (ScriptInterruptedException failure)
        {
            // What it was doing when it was cut off is unknown, so it is not used again.
            Dispose();
            throw new FormulaException("the formula takes too long", failure);
        }
        catch (ScriptEngineException failure)
        {
            throw new FormulaException(Plain(failure.Message), failure);
        }
    }

    /// <summary>Gives the engine's memory back; the next formula builds a new one.</summary>
    public void Dispose()
    {
        _engine?.Dispose();
        _engine = null;
    }

    private static V8ScriptEngine Build()
    {
        var engine = new V8ScriptEngine();
        using var stream = typeof(Katex).Assembly.GetManifestResourceStream("katex.min.js")!;
        using var reader = new StreamReader(stream);
        engine.Execute(reader.ReadToEnd());
        engine.Execute($$"""
            function refuse(use) { throw new Error(use.command + ' is not allowed'); }
            function render(tex, display) { return katex.renderToString(tex, {{Options}}); }
            """);
        return engine;
    }

    // "KaTeX parse error: Undefined control sequence: \foo at position 3: a+\̲f̲o̲o̲": the underlining does not survive a console.
    private static string Plain(string message) => message
        .Replace("ParseError: ", "", StringComparison.Ordinal)
        .Replace("KaTeX parse error: ", "", StringComparison.Ordinal)
        .Replace("Error: ", "", StringComparison.Ordinal)
        .Replace("\u0332", "", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");

    private static int Depth(string tex)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < tex.Length; i++)
        {
            if (tex[i] == '\\')
                i++;
            else if (tex[i] == '{')
                deepest = Math.Max(deepest, ++depth);
            else if (tex[i] == '}')
                depth--;
        }
        return deepest;
    }
}

/// <summary>A formula that cannot be rendered.</summary>
internal sealed class FormulaException(string message, Exception? inner = null) : Exception(message, inner);
