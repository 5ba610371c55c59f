using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Running;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Distinguishes a network's sign-in page or proxy from an ordinary web server on that port.</summary>
internal static class CaptivePortals
{
    // Redirects; proxy authentication; network authentication (RFC 6585 section 6).
    private static readonly string[] Statuses = ["301", "302", "303", "307", "308", "407", "511"];

    /// <summary>Returns the finding; null for any other page.</summary>
    /// <param name="context">The test.</param>
    /// <param name="text">The beginning of the answer.</param>
    public static Finding? TryDescribe(ServerTestContext context, string? text)
    {
        if (StageFailures.FirstLine(text) is not { } line || !line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)) return null;
        var words = line.Split(' ', 3);
        return words.Length > 1 && Statuses.Contains(words[1]) ? InspectionFindings.GreetingPortal.At(value: context.Target, detail: $"{line}.") : null;
    }
}
