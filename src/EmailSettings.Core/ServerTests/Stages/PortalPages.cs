using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Tells a network's sign-in page or proxy from a web server that only has the port.</summary>
internal static class PortalPages
{
    // Redirects; a proxy that wants a login; a network that wants one (RFC 6585 section 6).
    private static readonly string[] Statuses = ["301", "302", "303", "307", "308", "407", "511"];

    /// <summary>The finding; null where the page is any other.</summary>
    /// <param name="context">The test.</param>
    /// <param name="text">The beginning of what was answered.</param>
    public static Finding? TryDescribe(ServerTestContext context, string? text)
    {
        if (StepFailures.FirstLine(text) is not { } line || !line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)) return null;
        var words = line.Split(' ', 3);
        return words.Length > 1 && Statuses.Contains(words[1]) ? InspectionFindings.GreetingPortal.At(value: context.Target, detail: $"{line}.") : null;
    }
}
