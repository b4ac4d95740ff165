using KnowledgeBase.BrowserTests.Visitors;

namespace KnowledgeBase.BrowserTests.Pages;

/// <summary>A running attempt in one tab.</summary>
internal sealed class AttemptPage(Visitor visitor, IPage tab)
{
    public string Address { get; } = new Uri(tab.Url).AbsolutePath;

    public Guid Id => Guid.Parse(Address.Split('/')[^1]);

    public ILocator Questions => tab.Locator("fieldset[data-position]");

    /// <summary>The one that is shown.</summary>
    public ILocator Current => tab.Locator("fieldset.now");

    public ILocator Status => tab.Locator("#status");

    public ILocator Notices => tab.Locator(".notices .notice");

    public ILocator HandInButton => tab.Locator("button[data-hand-in]");

    public ILocator HandInDialog => tab.Locator("#hand-in");

    public ILocator ConfirmHandIn => HandInDialog.Locator("[data-confirm]");

    public ILocator Help => tab.Locator("#key-help");

    public ILocator Answered => tab.Locator("[data-count=answered]");

    public static async Task<AttemptPage> ArrivedAsync(Visitor visitor, IPage tab)
    {
        // The module has taken over as soon as it pages.
        if (visitor.HasScript)
            await Expect(tab.Locator("form.paged")).ToBeVisibleAsync();
        var page = new AttemptPage(visitor, tab);
        await Expect(page.Current).ToBeVisibleAsync();
        return page;
    }

    public static async Task<AttemptPage> OpenAsync(Visitor visitor, IPage tab, string address)
    {
        await tab.GotoAsync(address);
        return await ArrivedAsync(visitor, tab);
    }

    public ILocator Question(int position) => tab.Locator($"fieldset[data-position='{position}']");

    public ILocator Option(int position, int index) => Question(position).Locator(".option input").Nth(index);

    public ILocator Chosen(int position) => Question(position).Locator(".option input:checked");

    /// <summary>The field of the shown question.</summary>
    public ILocator Number => Current.Locator(".typed input");

    public Task PressAsync(string key) => tab.Keyboard.PressAsync(key);

    /// <summary>Chooses an option of the shown question by its key and waits until the server has it; a question of another kind is answered by its fields.</summary>
    public async Task AnswerByKeyAsync(int index)
    {
        switch (await Current.GetAttributeAsync("data-kind"))
        {
            case "numeric":
                await TypeNumberAsync($"{index + 1}");
                break;
            case "order":
                await Keyboard.TabToAsync(tab, Current.Locator("[data-accept]"));
                await SavedAfterAsync(() => PressAsync("Enter"));
                break;
            case "match":
                await Keyboard.TabToAsync(tab, Current.Locator("select").First);
                await SavedAfterAsync(() => PressAsync("ArrowDown"));
                break;
            default:
                await SavedAfterAsync(() => PressAsync($"{index + 1}"));
                return;
        }
        // Where single keys are no text again.
        await Current.Locator("h2").FocusAsync();
    }

    /// <summary>Types into the shown question's field and waits until the server has it.</summary>
    public async Task TypeNumberAsync(string text)
    {
        await Keyboard.TabToAsync(tab, Number);
        await PressAsync("ControlOrMeta+a");
        await SavedAfterAsync(() => tab.Keyboard.TypeAsync(text));
        await Expect(Number).ToHaveValueAsync(text);
    }

    /// <summary>Has the shown question explained.</summary>
    public async Task CheckAsync()
    {
        await visitor.ActivateAsync(Current.Locator("[data-check]"));
        await Expect(tab.Locator("fieldset.checked.now, fieldset.checked:target")).ToBeVisibleAsync();
    }

    /// <summary>Letters or places of the shown order, from the top.</summary>
    public Task<string[]> OrderAsync() => Current.Locator(".ranks > li").EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.token)");

    /// <summary>Chooses an option as the device does it, by mouse or finger, and waits until the server has it.</summary>
    public Task AnswerByHandAsync(int position, int index) =>
        SavedAfterAsync(() => visitor.ActivateAsync(Question(position).Locator("label.option").Nth(index)));

    public async Task NextByKeyAsync(int position)
    {
        await PressAsync("n");
        await Expect(Question(position)).ToBeVisibleAsync();
        await Expect(Question(position).Locator("h2")).ToBeFocusedAsync();
    }

    /// <summary>Says its own words for "saved", quietly.</summary>
    public async Task ExpectSavedAsync()
    {
        await Expect(Status).ToHaveTextAsync((await Status.GetAttributeAsync("data-saved"))!);
        await Expect(Status).Not.ToHaveClassAsync(Alarming);
    }

    /// <summary>Says clearly how many answers are not saved.</summary>
    public async Task ExpectUnsavedOfflineAsync(int count)
    {
        await Expect(Status).ToHaveTextAsync((await Status.GetAttributeAsync("data-offline"))!.Replace("{0}", $"{count}", StringComparison.Ordinal));
        await Expect(Status).ToHaveClassAsync(Alarming);
    }

    /// <summary>The positions that the server holds an answer for: the word of the store, not of the page.</summary>
    public async Task ExpectStoredAsync(params int[] positions) => Assert.Equal(positions, await StoredAsync());

    /// <summary>As <see cref="ExpectStoredAsync"/>, for what the page sends when it gets to it; it must have nothing to complain about.</summary>
    public async Task ExpectStoredSoonAsync(params int[] positions)
    {
        for (var i = 0; i < 50 && !(await StoredAsync()).SequenceEqual(positions); i++)
            await tab.WaitForTimeoutAsync(200);
        await ExpectStoredAsync(positions);
        await Expect(Status).Not.ToHaveClassAsync(Alarming);
    }

    private async Task<int[]> StoredAsync()
    {
        var response = await visitor.Context.APIRequest.GetAsync($"/api/attempts/{Id}/answers");
        Assert.Equal(200, response.Status);
        var json = (await response.JsonAsync())!.Value;
        var stored = json.GetProperty("answers").EnumerateArray().Where(one => one.GetProperty("choices").GetArrayLength() > 0);
        return [.. stored.Select(one => one.GetProperty("position").GetInt32()).Order()];
    }

    public async Task SavedAfterAsync(Func<Task> act)
    {
        var response = await tab.RunAndWaitForResponseAsync(act, response => response.Request.Method == "PUT" && response.Url.Contains("/answers/", StringComparison.Ordinal));
        Assert.Equal(200, response.Status);
    }

    /// <summary>Hands in with nothing but the keyboard.</summary>
    public async Task<ReviewPage> HandInByKeyAsync()
    {
        await Keyboard.TabToAsync(tab, HandInButton);
        await PressAsync("Enter");
        await Expect(HandInDialog).ToBeVisibleAsync();
        await Keyboard.TabToAsync(tab, ConfirmHandIn);
        await PressAsync("Enter");
        return await ReviewPage.ArrivedAsync(visitor, tab);
    }

    public async Task<ReviewPage> HandInAsync()
    {
        await visitor.ActivateAsync(HandInButton);
        if (visitor.HasScript)
            await visitor.ActivateAsync(ConfirmHandIn);
        return await ReviewPage.ArrivedAsync(visitor, tab);
    }

    private static System.Text.RegularExpressions.Regex Alarming => new("\\bnot\\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
