namespace KnowledgeBase.BrowserTests.Visitors;

public enum Device
{
    Desktop,
    Phone,
}

internal static class DeviceOptions
{
    public static BrowserNewContextOptions For(Device device, string language) => new()
    {
        Locale = language == "en" ? "en-US" : "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ViewportSize = device == Device.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 },
        IsMobile = device == Device.Phone,
        HasTouch = device == Device.Phone,
    };
}

/// <summary>Both languages on both devices: what every journey is made in.</summary>
public sealed class Everywhere : TheoryData<string, Device>
{
    public Everywhere()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var device in Enum.GetValues<Device>())
                Add(language, device);
        }
    }
}
