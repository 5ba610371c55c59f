using System.Management.Automation.Runspaces;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.Health;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// What PowerShell is told of the module's types: what jobs and remote sessions send back is to pipe into the cmdlets again,
/// so small values travel as their text, and objects deep enough that their parts keep their names.
/// </summary>
internal static class TypeTable
{
    /// <summary>One entry a type.</summary>
    public static TypeData[] Entries =>
    [
        AsText<CheckStatus>(),
        AsText<Severity>(),
        Only<Finding>(nameof(Finding.Id), nameof(Finding.Severity), nameof(Finding.Cause), nameof(Finding.NextStep), nameof(Finding.ServerText), nameof(Finding.Field), nameof(Finding.Line)),
        Deep<StoredSecretInfo>(2),
        Deep<CurrentRight>(2),
        Deep<ChangeResult>(3),
        Deep<ChangeRecord>(3),
        Deep<SettingsComparison>(3),
        Deep<CertificateReport>(3),
        Deep<SystemEmailSettings>(4),
        Deep<HealthReport>(4),
        Deep<InitializeResult>(5),
        Deep<ServerTestReport>(6),
        AsText<MessageDirection>(),
        AsText<MessageOutcome>(),
        AsText<AttachmentPlace>(),
        Deep<JudgedMessage>(3),
        Deep<ReplyExplanation>(3),
        Deep<FindingExplanation>(2),
    ];

    private static TypeData AsText<T>() => new(typeof(T)) { SerializationMethod = "String" };

    // What else there is went into these: texts and numbers, whatever the depth.
    private static TypeData Only<T>(params string[] properties) => new(typeof(T))
    {
        SerializationMethod = "SpecificProperties",
        PropertySerializationSet = new PropertySetData(properties),
    };

    private static TypeData Deep<T>(uint depth) => new(typeof(T)) { SerializationDepth = depth };
}
