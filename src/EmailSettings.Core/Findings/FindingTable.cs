using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace EmailSettings.Core.Findings;

/// <summary>The whole message table, for documentation and tests.</summary>
public static class FindingTable
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<FindingCode> All { get; } =
    [
        .. Rows(typeof(SettingsErrors)), .. Rows(typeof(SettingsWarnings)), .. Rows(typeof(AccessErrors)), .. Rows(typeof(StoreErrors)), .. Rows(typeof(HistoryErrors)), .. Rows(typeof(SecretErrors)),
        .. Rows(typeof(ServerTestErrors)), .. Rows(typeof(PipelineErrors)), .. Rows(typeof(InternalErrors)),
        .. Rows(typeof(SettingsFindings)), .. Rows(typeof(ConnectionFindings)), .. Rows(typeof(TlsFindings)), .. Rows(typeof(TokenFindings)),
        .. Rows(typeof(AuthenticateFindings)), .. Rows(typeof(MechanismFindings)), .. Rows(typeof(DeliveryFindings)), .. Rows(typeof(MessageFindings)), .. Rows(typeof(ReplyFindings)),
        .. Rows(typeof(MachineFindings)), .. Rows(typeof(AccountFindings)), .. Rows(typeof(SendingFindings)), .. Rows(typeof(InspectionFindings)), .. Rows(typeof(SenderDomainFindings)), .. Rows(typeof(AuthorityFindings)),
    ];

    private static IEnumerable<FindingCode> Rows([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<FindingCode>();
}
