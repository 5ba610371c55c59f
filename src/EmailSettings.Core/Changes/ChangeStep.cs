using System.Globalization;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>One step of a change. The closed set of what can be asked stands in this file.</summary>
public abstract record ChangeStep : IBlockPlace
{
    private ChangeStep()
    {
    }

    /// <summary>Where faults of this step are said to be; by default the path of what it changes.</summary>
    public string? At
    {
        get => Place ?? (Index is { } index ? PathOfServer(index) : null);
        init => Place = value;
    }

    /// <summary>What <see cref="At"/> was given.</summary>
    internal string? Place { get; private init; }

    // Of a server that is not there yet.
    string IBlockPlace.At => At ?? SettingBlocks.Incoming.Path;

    /// <summary>0-based place in the list of servers of the document it comes from, if it is about one of those.</summary>
    public int? Index { get; init; }

    /// <summary>1-based line in the document it comes from, if any.</summary>
    public int? Line { get; init; }

    /// <summary>Values come as text only (a command line), so numbers and Booleans are read from text.</summary>
    public bool FromText { get; init; }

    /// <summary>Gives fields of one of the four single blocks new values.</summary>
    public sealed record Assign(SettingBlock Block, IReadOnlyList<Assignment> Assignments) : ChangeStep;

    /// <summary>Puts fields of a single block back to their defaults; all of them where no names are given.</summary>
    public sealed record Reset(SettingBlock Block, IReadOnlyList<string>? Fields = null) : ChangeStep;

    /// <summary>The path of a server that stands at a place of a document's list.</summary>
    internal static string PathOfServer(int index) => string.Create(CultureInfo.InvariantCulture, $"{SettingBlocks.Incoming.Path}[{index}]");

    /// <summary>Adds or changes an incoming server.</summary>
    public sealed record AssignServer(string Name, ServerMatch Match, IReadOnlyList<Assignment> Assignments) : ChangeStep
    {
        /// <summary>1-based line of the name in the document it comes from, if any.</summary>
        public int? NameLine { get; init; }
    }

    /// <summary>
    /// Looks for faults in the fields of a server whose name is refused already, so that they are told with it.
    /// </summary>
    public sealed record CheckServer(IReadOnlyList<Assignment> Assignments) : ChangeStep;

    /// <summary>Renames an incoming server; identity and secret stay.</summary>
    public sealed record RenameServer(string Name, string NewName) : ChangeStep;

    /// <summary>Removes an incoming server and its secret.</summary>
    public sealed record RemoveServer(string Name) : ChangeStep;

    /// <summary>Removes every incoming server but the named ones.</summary>
    public sealed record KeepServers(IReadOnlyCollection<string> Names) : ChangeStep;

    /// <summary>Stores a secret: a <see cref="SecretText"/>.</summary>
    /// <remarks>A purpose that is bound to a target, as it was shown, stores the secret for that target alone.</remarks>
    public sealed record SetSecret(SecretPurpose Purpose, SecretText Text) : ChangeStep;

    /// <summary>Stores a secret that is protected already.</summary>
    public sealed record SetProtectedSecret(SecretPurpose Purpose, string ProtectedText) : ChangeStep;

    /// <summary>Removes a stored secret.</summary>
    /// <param name="Purpose">Which one.</param>
    /// <param name="MustExist">It is a fault if it is not stored.</param>
    public sealed record RemoveSecret(SecretPurpose Purpose, bool MustExist = true) : ChangeStep;

    /// <summary>Says that the component was restarted.</summary>
    public sealed record ClearRestart : ChangeStep;

    /// <summary>Chooses the password certificate.</summary>
    public sealed record UseCertificate(CertificateReference Certificate) : ChangeStep;

    /// <summary>Chooses the password certificate of a thumbprint, wherever this host has it.</summary>
    public sealed record FindCertificate(string Thumbprint) : ChangeStep;

    /// <summary>Gives somebody a right.</summary>
    /// <param name="Right">The right.</param>
    /// <param name="PrincipalId">The account or group, by its id.</param>
    /// <param name="Principal">Its name.</param>
    public sealed record GrantRight(Right Right, string PrincipalId, string Principal) : ChangeStep;

    /// <summary>Takes a right away from somebody.</summary>
    /// <inheritdoc cref="GrantRight"/>
    public sealed record RevokeRight(Right Right, string PrincipalId, string Principal) : ChangeStep;

    /// <summary>Switches rights on or off.</summary>
    public sealed record SwitchRights(bool IsEnabled) : ChangeStep;

    /// <summary>Locks a block, or unlocks it.</summary>
    public sealed record LockBlock(LockableBlock Block, bool IsLocked) : ChangeStep;

    /// <summary>Stores secrets that were re-encrypted. Whatever was entered anew since then stays as it is.</summary>
    /// <param name="Secrets">The secrets.</param>
    /// <param name="Thumbprint">The certificate they are re-encrypted to.</param>
    internal sealed record ReplaceSecrets(IReadOnlyList<SecretReplacement> Secrets, string Thumbprint) : ChangeStep;
}
