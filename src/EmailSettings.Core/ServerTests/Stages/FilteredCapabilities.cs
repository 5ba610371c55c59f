using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Detects that STARTTLS is not missing but hidden: firewalls that inspect SMTP overwrite the greeting with asterisks and unknown
/// EHLO keywords with Xs of the same length (Cisco: ESMTP inspection, fixup smtp).
/// </summary>
internal static class FilteredCapabilities
{
    private const int MinMasks = 10;

    /// <summary>Returns the finding; null if there is no sign of a filter.</summary>
    public static Finding? TryDescribe(ServerTestContext context)
    {
        if (Trace(context) is { } trace) return InspectionFindings.StartTlsFiltered.At(value: context.Target, detail: trace);
        if (!MailProviders.OffersStartTls(context.Plan.Host)) return null;
        return InspectionFindings.StartTlsFiltered.At(value: context.Target, detail: "this server is known to offer it, but the EHLO reply does not") with { StepTemplate = InspectionFindings.KnownOfferStep };
    }

    private static string? Trace(ServerTestContext context)
    {
        if (context.Greeting is { } greeting && greeting.Count(letter => letter == '*') >= MinMasks) return "the greeting is masked with asterisks";
        var masked = (context.Session as ISmtpSession)?.Capabilities?.Offered.FirstOrDefault(IsMasked);
        return masked is null ? null : $"the EHLO reply is masked ({masked})";
    }

    // XXXXXXXA replaces STARTTLS; no real keyword begins with XXXX.
    private static bool IsMasked(string line) => line.StartsWith("XXXX", StringComparison.OrdinalIgnoreCase)
        || (line.Length == 4 && line.StartsWith("XXX", StringComparison.OrdinalIgnoreCase));
}
