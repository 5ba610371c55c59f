using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Operations;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.Settings;
using EmailSettings.Mail;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Records in the form that scripts compare and that tables, JSON and jobs carry: choices, encodings, addresses and locations as
/// strings, dates as <see cref="DateTime"/>, and the state of a secret in properties of its own. The objects can be piped back to
/// the cmdlets.
/// </summary>
internal static class ShownRecords
{
    private const string State = "State";

    // An object made with room for its properties keeps them itself; one made without keeps them in a table of weak references, which
    // every garbage collection goes through. The reference assembly lacks this constructor.
    private static readonly ConstructorInvoker ObjectWithRoom = ConstructorInvoker.Create(typeof(PSObject).GetConstructor([typeof(int)])!);

    private static readonly ConditionalWeakTable<Type, PropertyInfo[]> Properties = [];

    /// <summary>Creates the output object for a record; it has the type name of the record.</summary>
    public static PSObject Of(object record)
    {
        var properties = Properties.GetValue(record.GetType(), static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));
        var shown = (PSObject)ObjectWithRoom.Invoke(properties.Length);
        shown.TypeNames.Insert(0, record.GetType().FullName);
        foreach (var property in properties)
        {
            switch (property.GetValue(record))
            {
                case PasswordState state:
                    AddSecret(shown, property.Name, state.IsSet, state.Thumbprint, state.Since);
                    break;
                case SecretState state:
                    AddSecret(shown, property.Name, state.IsSet, state.Thumbprint, state.Since);
                    break;
                case var value:
                    Add(shown, property.Name, Value(value));
                    break;
            }
        }
        return shown;
    }

    /// <summary>
    /// Copies a report, with the facts of its stages and of the report inside it in the form for scripts.
    /// </summary>
    public static PSObject OfReport(ServerTestReport report)
    {
        foreach (var stage in report.Stages)
        {
            if (stage.Facts is { } facts) PSObject.AsPSObject(stage).Properties.Add(new PSNoteProperty(nameof(StageReport.Facts), Of(facts)));
        }
        if (report.FoundAgain is { } found) OfReport(found);
        return PSObject.AsPSObject(report);
    }

    private static void AddSecret(PSObject shown, string name, bool isSet, string? thumbprint, DateTimeOffset? since)
    {
        var secret = name.EndsWith(State, StringComparison.Ordinal) ? name[..^State.Length] : name;
        Add(shown, name, isSet ? "set" : "not set");
        Add(shown, $"{secret}Thumbprint", thumbprint);
        Add(shown, $"{secret}Since", Value(since));
    }

    // The names are those of properties, so they need no check for reserved names and duplicates.
    private static void Add(PSObject shown, string name, object? value) => shown.Properties.Add(new PSNoteProperty(name, value), preValidated: true);

    private static object? Value(object? value) => value switch
    {
        null or string or bool or int or long or Guid or IDictionary => value,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset time => time.LocalDateTime,
        Uri address => address.OriginalString,
        Enum or TransferEncoding or AttachmentEncodingMap or CertificateLocation or IPAddress or IPEndPoint => value.ToString(),
        IEnumerable list => list.Cast<object?>().Select(Value).ToArray(),
        SystemEmailSettings or CertificateReference or ChosenCertificate or FactRecord or ServerReply or OAuthErrorFacts => Of(value),
        _ when value.GetType().Namespace == typeof(BasicSettings).Namespace => Of(value),
        _ => value,
    };
}
