using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Operations;

/// <summary>Compares settings with a document, another store or past settings. Read-only.</summary>
public sealed class ComparisonOperations
{
    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly CertificateFinder _finder;
    private readonly TimeProvider _clock;

    internal ComparisonOperations(ISettingsStore store, AccessGuard guard, CertificateFinder finder, TimeProvider clock)
    {
        _store = store;
        _guard = guard;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>
    /// Compares two sides. Secrets are decrypted if possible and compared in constant time; for others there is a warning.
    /// </summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="ignore">The paths to exclude.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">A side cannot be read.</exception>
    public SettingsComparison Compare(ComparisonSource left, ComparisonSource right, IReadOnlyList<PathPattern> ignore, IOperationHost host)
    {
        var now = new Lazy<StoredState>(() => _guard.Read(StoreParts.All));
        var (readLeft, readRight) = (Settings(left, now), Settings(right, now));
        var (leftSide, rightSide) = left is ComparisonSource.Document && right is ComparisonSource.Document
            ? Documents(left, right, now)
            : (Side(left, readLeft, readRight, now), Side(right, readRight, readLeft, now));
        // Callers who may not decrypt secrets can still compare the rest.
        var mayOpen = new Lazy<bool>(() => _guard.Allows(OperationTable.UnprotectSecret));
        CertificateVault Open(StoredState state) => mayOpen.Value
            ? new CertificateVault(state, _finder, _guard, _clock)
            : throw AccessErrors.RightMissing.Error(OperationTable.UnprotectSecret.Does, _guard.Caller.Account, Right.Administrator.Name, "an administrator");
        using var comparer = new SettingsComparer(leftSide, rightSide, ignore, Open, host);
        return comparer.Compare();
    }

    /// <summary>Returns the settings of this store as one side of another session's comparison.</summary>
    public ComparisonSource AsSource()
    {
        _guard.Require(OperationTable.ViewAll);
        return new ComparisonSource.OtherStore(_store);
    }

    private PastState? Settings(ComparisonSource source, Lazy<StoredState> now) => source switch
    {
        ComparisonSource.Document => null,
        ComparisonSource.AtRevision(var revision) => History(now).At(revision),
        ComparisonSource.AtTime(var moment) => History(now).At(moment),
        ComparisonSource.OtherStore(var other) => ReadOther(other),
        _ => PastState.Now(now.Value),
    };

    private SettingsHistory History(Lazy<StoredState> now)
    {
        var state = now.Value;
        return new SettingsHistory(state, _guard.ReadHistory(null));
    }

    private static ComparedSide Side(ComparisonSource source, PastState? own, PastState? other, Lazy<StoredState> now) =>
        own is not null ? ComparedSide.Of(own) : Document(source, other?.State ?? Beneath(now));

    private static (ComparedSide Left, ComparedSide Right) Documents(ComparisonSource left, ComparisonSource right, Lazy<StoredState> now)
    {
        var beneath = Beneath(now);
        var first = Document(left, beneath);
        return (first, Document(right, beneath, first));
    }

    private static ComparedSide Document(ComparisonSource source, StoredState beneath, ComparedSide? other = null)
    {
        var document = (ComparisonSource.Document)source;
        return ComparedSide.Of(document.Content ?? DocumentFile.Read(document.Path), beneath, other);
    }

    // Secrets of both sides are decrypted with the certificates known to this system.
    private static StoredState Beneath(Lazy<StoredState> now) => new() { Certificate = now.Value.Certificate, KnownCertificates = now.Value.KnownCertificates };

    private static PastState ReadOther(ISettingsStore other) => other.Describe().Exists
        ? PastState.Now(other.Read(StoreParts.All))
        : throw StoreErrors.StoreNotFound.Error("store", other.Location);
}
