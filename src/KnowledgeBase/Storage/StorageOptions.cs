using System.ComponentModel.DataAnnotations;

namespace KnowledgeBase.Storage;

/// <summary>Where people's answers and the rendered book are kept.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Text for an operator who mistyped the provider.</summary>
    private const string ProviderError = "Storage:Provider must be 'sqlite' or 'postgres'.";

    [RegularExpression("(?i)sqlite|postgres", ErrorMessage = ProviderError)]
    public string Provider { get; set; } = "sqlite";

    /// <summary>Empty means <c>data/knowledge.db</c> under the working folder (SQLite only).</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsPostgres => Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    public string EffectiveConnectionString => ConnectionString.Length > 0
        ? ConnectionString
        : IsPostgres
            ? throw new InvalidOperationException("Storage:ConnectionString is needed when Storage:Provider is 'postgres'.")
            : "Data Source=data/knowledge.db";
}
