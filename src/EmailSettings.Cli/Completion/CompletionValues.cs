using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Cli.Completion;

/// <summary>Completions for arguments and options beyond the names known to the parser.</summary>
internal static class CompletionValues
{
    private const int MaxRevisions = 50;

    /// <summary>Completes the fields of a block with their equals sign, and the values after it.</summary>
    public static Argument<string[]> Assignments(this Argument<string[]> argument, SettingBlock block)
    {
        argument.CompletionSources.Add(context =>
        {
            var at = context.WordToComplete.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) return Settable(block).Select(field => new CompletionItem($"{field.JsonName}=", detail: field.Effect));
            var (name, typed) = (context.WordToComplete[..at], context.WordToComplete[(at + 1)..]);
            return block.Find(name) is { IsSecret: false } field ? field.Type.Suggest(typed).Select(value => new CompletionItem($"{name}={value}")) : [];
        });
        return argument;
    }

    /// <summary>Completes the fields of a block.</summary>
    public static Argument<string[]> FieldNames(this Argument<string[]> argument, SettingBlock block)
    {
        argument.CompletionSources.Add(_ => Settable(block).Select(field => new CompletionItem(field.JsonName, detail: field.Effect)));
        return argument;
    }

    /// <summary>Completes the incoming servers in the store.</summary>
    public static TArgument ServerNames<TArgument>(this TArgument argument)
        where TArgument : Argument
    {
        argument.CompletionSources.Add(context => Stored(context, session => session.Settings.ReadIncomingServers().Select(server => server.Name)));
        return argument.NamedInHelp();
    }

    /// <summary>Completes the purposes of stored secrets.</summary>
    public static Argument<string> Purposes(this Argument<string> argument)
    {
        argument.CompletionSources.Add(context =>
        [
            .. new[] { SecretPurpose.OutgoingPassword, SecretPurpose.OutgoingSecret, SecretPurpose.SmsPassword }.Select(purpose => new CompletionItem(purpose.ToString())),
            .. Stored(context, session => session.Settings.ReadIncomingServers()
                .Where(server => server.Authentication == IncomingAuthentication.OAuthService)
                .Select(server => SecretPurpose.IncomingSecret(server.Name).ToString())),
        ]);
        return argument.NamedInHelp();
    }

    /// <summary>Completes the thumbprints of suitable certificates.</summary>
    public static Argument<string> Certificates(this Argument<string> argument)
    {
        argument.CompletionSources.Add(context => Stored(context, session => session.Certificates.ListUsable().Select(certificate => certificate.Thumbprint)));
        return argument.NamedInHelp();
    }

    /// <summary>Completes revisions of the latest changes.</summary>
    public static Argument<long> Revisions(this Argument<long> argument)
    {
        argument.CompletionSources.Add(context => Stored(context, session => session.Settings.ReadHistory(new HistoryFilter { Last = MaxRevisions })
            .Where(change => change.Refusal is null).Select(change => change.Revision.ToString(CultureInfo.InvariantCulture))));
        return argument.NamedInHelp();
    }

    /// <summary>Completes the ids that can be explained.</summary>
    public static Argument<string[]> Ids(this Argument<string[]> argument)
    {
        argument.CompletionSources.Add(_ => FindingTable.All.Select(code => new CompletionItem(code.Id)));
        return argument;
    }

    // Help would list every stored value instead of the placeholder.
    private static TArgument NamedInHelp<TArgument>(this TArgument argument)
        where TArgument : Argument
    {
        argument.HelpName ??= argument.Name;
        return argument;
    }

    private static IEnumerable<SettingField> Settable(SettingBlock block) => block.Fields.Where(field => field is { IsFixed: false, IsSecret: false });

    // Completion must never show an error, whatever the state of the store.
    private static CompletionItem[] Stored(CompletionContext context, Func<EmailSettingsSession, IEnumerable<string>> read)
    {
        try
        {
            using var session = EmailSettingsSession.Open("cli", new SqliteStoreFactory(), context.ParseResult.GetValue(GlobalOptions.Store));
            return [.. read(session).Select(text => new CompletionItem(text))];
        }
        catch (EmailSettingsException)
        {
            return [];
        }
    }
}
