using KnowledgeBase.Learners.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Learners;

/// <summary>What somebody gives to get an account.</summary>
internal sealed record NewAccount(string Name, string Email, string Password);

/// <summary>Makes and changes accounts. A method answers with what stands in the way; nothing means that it is done.</summary>
internal sealed class Accounts(UserManager<Learner> learners, PasswordRules passwords, Invitations invitations, IOptions<AccountsOptions> options, TimeProvider time)
{
    /// <summary>By the person, as far as the site lets people register. A guest becomes the account, with the same id.</summary>
    public async Task<(Learner? Account, IReadOnlyList<Problem> Problems)> RegisterAsync(Guid? guest, NewAccount wanted, string? invitation)
    {
        if (options.Value.IsClosed)
            return (null, [new("email", "RegistrationClosed")]);
        if (!options.Value.NeedsInvitation)
            return await MakeAsync(wanted, LearnerRole.Learner, guest);
        return invitations.EmailOf(invitation) is { } invited
            ? await MakeAsync(wanted with { Email = invited }, LearnerRole.Learner, guest)
            : (null, [new("email", "InvitationNeeded")]);
    }

    /// <summary>By an admin, the configuration, or <see cref="RegisterAsync"/>.</summary>
    public async Task<(Learner? Account, IReadOnlyList<Problem> Problems)> MakeAsync(NewAccount wanted, LearnerRole role, Guid? guest = null)
    {
        var (name, email) = (PersonalText.Name(wanted.Name), PersonalText.Email(wanted.Email));
        var problems = await CheckAsync(name, email, wanted.Password);
        if (problems.Count > 0)
            return (null, problems);

        var now = time.GetUtcNow();
        var known = guest is { } id ? await learners.FindByIdAsync(id.ToString()) : null;
        var account = known is { RegisteredAt: null } ? known : Learner.New(now);
        account.DisplayName = name;
        account.Email = email;
        account.Role = role;
        account.RegisteredAt = now;
        SetPassword(account, wanted.Password);
        return await SaveAsync(() => account == known ? learners.UpdateAsync(account) : learners.CreateAsync(account)) is { } problem
            ? (null, [problem])
            : (account, []);
    }

    public async Task<Problem?> RenameAsync(Learner learner, string typed)
    {
        var name = PersonalText.Name(typed);
        if (PersonalText.CheckName(name) is { } wrong)
            return new("name", wrong);
        learner.DisplayName = name;
        return await SaveAsync(() => learners.UpdateAsync(learner));
    }

    public async Task<Problem?> ChangeEmailAsync(Learner learner, string typed)
    {
        var email = PersonalText.Email(typed);
        if (PersonalText.CheckEmail(email) is { } wrong)
            return new("email", wrong);
        if (await learners.FindByEmailAsync(email) is { } other && other.Id != learner.Id)
            return new("email", "EmailTaken");
        learner.Email = email;
        return await SaveAsync(() => learners.UpdateAsync(learner));
    }

    /// <summary>Ends every session of the learner, this one too: sign in again with <see cref="SignInManager{TUser}"/>.</summary>
    public async Task<Problem?> SetPasswordAsync(Learner learner, string password)
    {
        if (passwords.Check(password, learner.Email ?? "", learner.DisplayName) is { } weak)
            return new("new-password", weak);
        SetPassword(learner, password);
        return await SaveAsync(() => learners.UpdateAsync(learner));
    }

    /// <summary>Sessions go on and learn of it when they are next checked.</summary>
    public Task<Problem?> ChangeRoleAsync(Learner learner, LearnerRole role)
    {
        learner.Role = role;
        return SaveAsync(() => learners.UpdateAsync(learner));
    }

    /// <summary>Signing out everywhere, disabling: every session is over when it is next checked.</summary>
    public Task<Problem?> EndSessionsAsync(Learner learner)
    {
        learner.SecurityStamp = Learner.NewStamp();
        return SaveAsync(() => learners.UpdateAsync(learner));
    }

    private async Task<List<Problem>> CheckAsync(string name, string email, string password)
    {
        var problems = new List<Problem>();
        if (PersonalText.CheckName(name) is { } badName)
            problems.Add(new("name", badName));
        if (PersonalText.CheckEmail(email) is { } badEmail)
            problems.Add(new("email", badEmail));
        else if (await learners.FindByEmailAsync(email) is not null)
            problems.Add(new("email", "EmailTaken"));
        if (passwords.Check(password, email, name) is { } weak)
            problems.Add(new("password", weak));
        return problems;
    }

    private void SetPassword(Learner learner, string password)
    {
        learner.PasswordHash = learners.PasswordHasher.HashPassword(learner, password);
        learner.SecurityStamp = Learner.NewStamp();
    }

    // The unique index has the last word: two people may ask for one email at the same moment.
    private static async Task<Problem?> SaveAsync(Func<Task<IdentityResult>> save)
    {
        try
        {
            return await save() is { Succeeded: true } ? null : new("email", "ChangedMeanwhile");
        }
        catch (DbUpdateException)
        {
            return new("email", "EmailTaken");
        }
    }
}
