using KnowledgeBase.Storage;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeBase.Content.Rendering;

/// <summary>The formulas of one import: taken from the store if they were ever rendered before, else rendered once.</summary>
/// <param name="stored">The hashes of those that were rendered before, and <paramref name="fetch"/> gets one of them.</param>
internal sealed class Formulas(Katex katex, HashSet<string> stored, Func<string, string> fetch)
{
    private readonly Dictionary<string, string> _html = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>Rendered now, for the importer to store.</summary>
    public Dictionary<string, string> New { get; } = new(StringComparer.Ordinal);

    public static async Task<Formulas> OpenAsync(KnowledgeDb db, Katex katex, CancellationToken cancellation) =>
        new(katex, new(await db.Set<Formula>().Select(formula => formula.Hash).ToListAsync(cancellation), StringComparer.Ordinal),
            hash => db.Set<Formula>().Where(formula => formula.Hash == hash).Select(formula => formula.Html).Single());

    /// <summary>Null, with a reason, if the formula is wrong.</summary>
    public string? Html(string tex, bool display, out string? error)
    {
        tex = tex.Trim();
        var hash = Katex.Hash(tex, display);
        if (_html.TryGetValue(hash, out var html) || _errors.TryGetValue(hash, out error))
        {
            error = html is null ? _errors[hash] : null;
            return html;
        }

        error = null;
        if (stored.Contains(hash))
            return _html[hash] = fetch(hash);
        try
        {
            return New[hash] = _html[hash] = katex.Render(tex, display);
        }
        catch (FormulaException failure)
        {
            error = _errors[hash] = failure.Message;
            return null;
        }
    }
}
