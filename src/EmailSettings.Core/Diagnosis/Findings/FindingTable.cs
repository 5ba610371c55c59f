using System.Reflection;

namespace EmailSettings.Core.Diagnosis.Findings;

/// <summary>The whole table of findings, for documentation and tests.</summary>
public static class FindingTable
{
    /// <summary>Every row, by stage.</summary>
    public static IReadOnlyList<FindingCode> All { get; } =
    [
        .. new[]
        {
            typeof(SettingsFindings), typeof(ConnectionFindings), typeof(TlsFindings), typeof(TokenFindings),
            typeof(AuthenticateFindings), typeof(DeliveryFindings), typeof(ReplyFindings),
        }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => field.GetValue(null)).OfType<FindingCode>(),
    ];
}
