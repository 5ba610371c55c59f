using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Tells that STARTTLS is not missing but hidden: firewalls that inspect SMTP write asterisks over the greeting and letters X
/// over what they do not know in the answer to EHLO, in the length of what stood there (Cisco: ESMTP inspection, fixup smtp).
/// </summary>
internal static class FilteredCapabilities
{
    private const int FewestMasks = 10;

    /// <summary>The finding; null where nothing shows a filter.</summary>
    public static Finding? TryDescribe(ServerTestContext context)
    {
        if (Trace(context) is { } trace) return InspectionFindings.StartTlsFiltered.At(value: context.Target, detail: trace);
        if (!MailProviders.OffersStartTls(context.Plan.Host)) return null;
        return InspectionFindings.StartTlsFiltered.At(value: context.Target, detail: "this server is known to offer it, and what answers does not") with { StepTemplate = InspectionFindings.KnownOfferStep };
    }

    private static string? Trace(ServerTestContext context)
    {
        if (context.Greeting is { } greeting && greeting.Count(letter => letter == '*') >= FewestMasks) return "the greeting is masked with asterisks";
        var masked = (context.Session as ISmtpSession)?.Capabilities?.Offered.FirstOrDefault(IsMasked);
        return masked is null ? null : $"the answer to EHLO is masked ({masked})";
    }

    // XXXXXXXA stands for STARTTLS; no keyword of a server begins with four letters X.
    private static bool IsMasked(string line) => line.StartsWith("XXXX", StringComparison.OrdinalIgnoreCase)
        || (line.Length == 4 && line.StartsWith("XXX", StringComparison.OrdinalIgnoreCase));
}
