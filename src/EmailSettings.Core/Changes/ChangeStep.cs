using System.Globalization;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>One step of a change. A closed set.</summary>
public abstract record ChangeStep : IBlockPlace
{
    private ChangeStep()
    {
    }

    /// <summary>The location in faults of this step; by default the path of what it changes.</summary>
    public string? At
    {
        get => Place ?? (Index is { } index ? PathOfServer(index) : null);
        init => Place = value;
    }

    /// <summary>The explicit value of <see cref="At"/>.</summary>
    internal string? Place { get; private init; }

    // For a server that does not exist yet.
    string IBlockPlace.At => At ?? SettingBlocks.Incoming.Path;

    /// <summary>The zero-based index in the source document's list of servers, if the step is about one of those.</summary>
    public int? Index { get; init; }

    /// <summary>The 1-based line in the source document, if any.</summary>
    public int? Line { get; init; }

    /// <summary>Whether numbers and Booleans are given as text, as on the command line.</summary>
    public bool FromText { get; init; }

    /// <summary>Sets fields of one of the four single blocks.</summary>
    public sealed record Assign(SettingBlock Block, IReadOnlyList<Assignment> Assignments) : ChangeStep;

    /// <summary>Resets fields of a single block to their defaults; all fields if none are named.</summary>
    public sealed record Reset(SettingBlock Block, IReadOnlyList<string>? Fields = null) : ChangeStep;

    /// <summary>Returns the path of a server by its index in a document's list.</summary>
    internal static string PathOfServer(int index) => string.Create(CultureInfo.InvariantCulture, $"{SettingBlocks.Incoming.Path}[{index}]");

    /// <summary>Adds or changes an incoming server.</summary>
    public sealed record AssignServer(string Name, ServerMatch Match, IReadOnlyList<Assignment> Assignments) : ChangeStep
    {
        /// <summary>The 1-based line of the name in the source document, if any.</summary>
        public int? NameLine { get; init; }
    }

    /// <summary>Validates the fields of a server whose name was rejected, to report all faults together.</summary>
    public sealed record CheckServer(IReadOnlyList<Assignment> Assignments) : ChangeStep;

    /// <summary>Renames an incoming server; its id and secret stay.</summary>
    public sealed record RenameServer(string Name, string NewName) : ChangeStep;

    /// <summary>Removes an incoming server and its secret.</summary>
    public sealed record RemoveServer(string Name) : ChangeStep;

    /// <summary>Removes all incoming servers except the named ones.</summary>
    public sealed record KeepServers(IReadOnlyCollection<string> Names) : ChangeStep;

    /// <summary>Stores a secret.</summary>
    /// <remarks>A purpose bound to a target, as shown to the user, stores the secret only for that target.</remarks>
    public sealed record SetSecret(SecretPurpose Purpose, SecretText Text) : ChangeStep;

    /// <summary>Stores a secret that is already protected.</summary>
    public sealed record SetProtectedSecret(SecretPurpose Purpose, string ProtectedText) : ChangeStep;

    /// <summary>Removes a stored secret.</summary>
    /// <param name="Purpose">Its purpose.</param>
    /// <param name="MustExist">Whether it is a fault if it is not stored.</param>
    public sealed record RemoveSecret(SecretPurpose Purpose, bool MustExist = true) : ChangeStep;

    /// <summary>Confirms that the component was restarted.</summary>
    public sealed record ClearRestart : ChangeStep;

    /// <summary>Chooses the password certificate.</summary>
    public sealed record UseCertificate(CertificateReference Certificate) : ChangeStep;

    /// <summary>Chooses the password certificate by thumbprint, wherever it is on this host.</summary>
    public sealed record FindCertificate(string Thumbprint) : ChangeStep;

    /// <summary>Grants a right.</summary>
    /// <param name="Right">The right.</param>
    /// <param name="PrincipalId">The id of the account or group.</param>
    /// <param name="Principal">Its name.</param>
    public sealed record GrantRight(Right Right, string PrincipalId, string Principal) : ChangeStep;

    /// <summary>Revokes a right.</summary>
    /// <inheritdoc cref="GrantRight"/>
    public sealed record RevokeRight(Right Right, string PrincipalId, string Principal) : ChangeStep;

    /// <summary>Switches rights on or off.</summary>
    public sealed record SwitchRights(bool IsEnabled) : ChangeStep;

    /// <summary>Locks or unlocks a block.</summary>
    public sealed record LockBlock(LockableBlock Block, bool IsLocked) : ChangeStep;

    /// <summary>Stores re-encrypted secrets. Secrets entered since then are kept.</summary>
    /// <param name="Secrets">The secrets.</param>
    /// <param name="Thumbprint">The certificate they are re-encrypted for.</param>
    internal sealed record ReplaceSecrets(IReadOnlyList<SecretReplacement> Secrets, string Thumbprint) : ChangeStep;
}
