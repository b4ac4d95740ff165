using System.CommandLine;
using KnowledgeBase.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners;

/// <summary><c>KnowledgeBase user …</c>: accounts from the command line, for the person who runs the site. Resolve it in a scope, after migrating.</summary>
internal sealed class UserCommands(UserManager<Learner> learners, Accounts accounts, Invitations invitations, IOptions<SiteOptions> site, IStringLocalizer<Words> words)
{
    public const string Description = "Accounts: add, reset, role, invite, disable, enable";

    private readonly Argument<string> _email = new("email") { Description = "The account's email" };
    private readonly Option<string?> _password = new("--password") { Description = "Read from standard input when left out" };

    public static Command Make(IServiceProvider services) => services.GetRequiredService<UserCommands>().Create();

    public Command Create()
    {
        var role = new Option<LearnerRole>("--role") { Description = "learner, author, host or admin", DefaultValueFactory = _ => LearnerRole.Learner };
        var newRole = new Argument<LearnerRole>("role") { Description = "learner, author, host or admin" };
        var name = new Option<string?>("--name") { Description = "Shown to others; otherwise the email's first part" };
        return new Command("user", Description)
        {
            Sub("add", "Make an account", [role, name, _password], (parsed, email) => AddAsync(parsed, email, parsed.GetValue(role), parsed.GetValue(name))),
            Sub("reset", "Give an account a new password, lift a pause, and end its sessions", [_password], ResetAsync),
            Sub("role", "Change an account's role", [newRole], (parsed, email) => ChangeAsync(parsed, email,
                learner => accounts.ChangeRoleAsync(learner, parsed.GetValue(newRole)), $"is now {parsed.GetValue(newRole)}")),
            Sub("invite", "Print the address at which this email may register", [], InviteAsync),
            Sub("disable", "Refuse an account from now on; its sessions end within a minute", [], (parsed, email) => ChangeAsync(parsed, email,
                learner => LockAsync(learner, DateTimeOffset.MaxValue), "is disabled")),
            Sub("enable", "Let a disabled or paused account in again", [], (parsed, email) => ChangeAsync(parsed, email,
                learner => LockAsync(learner, null), "may sign in")),
        };
    }

    private Command Sub(string name, string description, Symbol[] rest, Func<ParseResult, string, Task<int>> run)
    {
        var command = new Command(name, description) { _email };
        foreach (var symbol in rest)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
        command.SetAction((parsed, _) => run(parsed, PersonalText.Email(parsed.GetValue(_email))));
        return command;
    }

    private async Task<int> AddAsync(ParseResult parsed, string email, LearnerRole role, string? name)
    {
        var password = Password(parsed);
        var (made, problems) = await accounts.MakeAsync(new(name ?? email.Split('@')[0], email, password), role);
        return made is null ? Refuse(parsed, problems) : Say(parsed, $"{made.Email} was added as {role}.");
    }

    private async Task<int> ResetAsync(ParseResult parsed, string email)
    {
        if (await learners.FindByEmailAsync(email) is not { } learner)
            return Unknown(parsed, email);
        var password = Password(parsed);
        if (!learner.IsDisabled)
            (learner.LockoutEnd, learner.AccessFailedCount) = (null, 0);
        return await accounts.SetPasswordAsync(learner, password) is { } problem
            ? Refuse(parsed, [problem])
            : Say(parsed, $"{learner.Email} has a new password; its sessions end within a minute.");
    }

    private async Task<int> ChangeAsync(ParseResult parsed, string email, Func<Learner, Task<Problem?>> change, string done)
    {
        if (await learners.FindByEmailAsync(email) is not { } learner)
            return Unknown(parsed, email);
        return await change(learner) is { } problem ? Refuse(parsed, [problem]) : Say(parsed, $"{learner.Email} {done}.");
    }

    private Task<Problem?> LockAsync(Learner learner, DateTimeOffset? until)
    {
        learner.LockoutEnd = until;
        return accounts.EndSessionsAsync(learner);
    }

    private async Task<int> InviteAsync(ParseResult parsed, string email)
    {
        if (PersonalText.CheckEmail(email) is { } wrong)
            return Refuse(parsed, [new("email", wrong)]);
        if (await learners.FindByEmailAsync(email) is not null)
            return Refuse(parsed, [new("email", "EmailTaken")]);
        return Say(parsed, site.Value.Absolute(invitations.Path(email, SiteLanguage.Default)));
    }

    // From standard input, so that it stands neither in the shell's history nor in the list of processes.
    private string Password(ParseResult parsed)
    {
        if (parsed.GetValue(_password) is { } given)
            return given;
        if (!Console.IsInputRedirected)
            Console.Error.Write("Password: ");
        return Console.ReadLine() ?? "";
    }

    private int Refuse(ParseResult parsed, IReadOnlyList<Problem> problems)
    {
        parsed.InvocationConfiguration.Error.WriteLine(Problem.InEnglish(problems, words));
        return 1;
    }

    private static int Unknown(ParseResult parsed, string email)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"There is no account {email}.");
        return 1;
    }

    private static int Say(ParseResult parsed, string text)
    {
        parsed.InvocationConfiguration.Output.WriteLine(text);
        return 0;
    }
}
