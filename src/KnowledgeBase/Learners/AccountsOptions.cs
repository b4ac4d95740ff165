using System.ComponentModel.DataAnnotations;

namespace KnowledgeBase.Learners;

/// <summary>Who may make an account.</summary>
internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>Everybody; those with an invitation; nobody but by the command line.</summary>
    [RegularExpression("(?i)open|invited|closed", ErrorMessage = "Accounts:Registration must be 'open', 'invited' or 'closed'.")]
    public string Registration { get; set; } = "open";

    public bool IsClosed => Registration.Equals("closed", StringComparison.OrdinalIgnoreCase);

    public bool NeedsInvitation => Registration.Equals("invited", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The first admin, made once at start; never "the first to register".</summary>
internal sealed class AdminOptions : IValidatableObject
{
    public const string Section = "Admin";

    public string Email { get; set; } = "";
    public string Password { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Email.Length > 0 != Password.Length > 0)
            yield return new ValidationResult("Admin:Email and Admin:Password must be given together.");
    }
}
