using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>Registering, signing in, and the account itself.</summary>
internal sealed class AccountPages(Visitor visitor)
{
    public const string Password = "purple-otter-lantern";

    public ILocator TakenAlong => visitor.Page.Locator("#taken-along");

    public ILocator Name => visitor.Page.Locator(".who b");

    public ILocator Passkeys => visitor.Page.Locator("#passkeys li");

    public ILocator Notice => visitor.Page.Locator(".notice.ok");

    public ILocator PasskeyStatus => visitor.Page.Locator("[data-passkey-status]");

    /// <summary>The reader's letter in the bar.</summary>
    public ILocator Me => visitor.Page.Locator("#me");

    public Task OpenRegisterAsync() => visitor.Page.GotoAsync(visitor.In("account/register"));

    public Task OpenSignInAsync() => visitor.Page.GotoAsync(visitor.In("account/sign-in"));

    public async Task OpenAsync()
    {
        await visitor.Page.GotoAsync(visitor.In("account"));
        await Expect(Name).ToBeVisibleAsync();
    }

    /// <summary>On the register page; returns the address of the new account.</summary>
    public async Task<string> RegisterAsync(string name = "Ada")
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await visitor.Page.Locator("#name").FillAsync(name);
        await visitor.Page.Locator("#email").FillAsync(email);
        await visitor.Page.Locator("#password").FillAsync(Password);
        await LeavingAsync("#register");
        return email;
    }

    public async Task SignInAsync(string email)
    {
        await visitor.Page.Locator("#email").FillAsync(email);
        await visitor.Page.Locator("#password").FillAsync(Password);
        await LeavingAsync("#sign-in");
    }

    public async Task AddPasskeyAsync(string name)
    {
        await visitor.Page.Locator("#passkey-name").FillAsync(name);
        await visitor.Page.Locator("#passkey-password").FillAsync(Password);
        await visitor.ActivateAsync(visitor.Page.Locator("#passkey-create"));
    }

    /// <summary>Lands on the sign-in page.</summary>
    public async Task SignOutAsync()
    {
        await visitor.ActivateAsync(visitor.Page.Locator("#sign-out"));
        await visitor.Page.WaitForURLAsync("**/account/sign-in?**");
        await Expect(Notice).ToBeVisibleAsync();
    }

    public Task SignInWithPasskeyAsync() => LeavingAsync("#passkey-get");

    // Where one lands is not said by these pages; only that they are left.
    private async Task LeavingAsync(string button)
    {
        var here = visitor.Page.Url;
        await visitor.ActivateAsync(visitor.Page.Locator(button));
        await visitor.Page.WaitForURLAsync(url => url != here);
    }
}
