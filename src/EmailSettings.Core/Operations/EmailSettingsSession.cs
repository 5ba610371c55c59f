using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>
/// The object graph of one front's work on one store: the composition root. A PowerShell runspace holds one, the command
/// line makes one a call.
/// </summary>
public sealed class EmailSettingsSession : IDisposable
{
    private readonly ISettingsStore _store;

    /// <summary>Puts the operations together over a store, which the session then owns.</summary>
    /// <param name="store">The store.</param>
    /// <param name="actor">Who works, through which front.</param>
    /// <param name="certificates">Where certificates are looked up.</param>
    /// <param name="clock">The clock of warnings, history and new certificates.</param>
    public EmailSettingsSession(ISettingsStore store, Actor actor, CertificateStores certificates, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var finder = new CertificateFinder(certificates);
        var hosts = new CertificateOnHosts(store, actor.Host, clock);
        _store = store = new HostStore(store, finder, hosts, clock);
        var guard = new AccessGuard(store, actor, clock);
        var gate = new WriteGate(store, guard, finder, clock);
        Settings = new SettingsOperations(store, guard, gate, finder, clock);
        Secrets = new SecretOperations(store, guard, finder, gate, clock);
        Certificates = new CertificateOperations(guard, Settings, Secrets, certificates, finder, hosts, clock);
        Store = new StoreOperations(store, guard, gate);
        Health = new HealthOperations(store, guard, Certificates, Secrets);
        Tests = new ServerTestOperations(store, guard, finder, new ServerTestServices { Clock = clock });
        Messages = new MessageOperations(store, guard, finder, clock);
        Rights = new RightOperations(guard, gate);
        Comparison = new ComparisonOperations(store, guard, finder, clock);
        Documents = new DocumentOperations(guard, Settings, Certificates, Secrets, Store, Health);
    }

    /// <summary>Reads settings and makes changes.</summary>
    public SettingsOperations Settings { get; }

    /// <summary>Protects and opens texts; tells what is stored.</summary>
    public SecretOperations Secrets { get; }

    /// <summary>The password certificate.</summary>
    public CertificateOperations Certificates { get; }

    /// <summary>The store itself.</summary>
    public StoreOperations Store { get; }

    /// <summary>The health of everything that needs no server.</summary>
    public HealthOperations Health { get; }

    /// <summary>Tests of servers.</summary>
    public ServerTestOperations Tests { get; }

    /// <summary>Tests of messages.</summary>
    public MessageOperations Messages { get; }

    /// <summary>Who may change what.</summary>
    public RightOperations Rights { get; }

    /// <summary>Settings documents.</summary>
    public DocumentOperations Documents { get; }

    /// <summary>Comparing with documents, other stores and the past.</summary>
    public ComparisonOperations Comparison { get; }

    /// <summary>
    /// Opens the store at a place, the default one where none is named. The store itself is opened on first use.
    /// </summary>
    /// <param name="front"><c>cli</c> or <c>powershell</c>.</param>
    /// <param name="stores">Opens stores.</param>
    /// <param name="location">A place as the stores have it; null for <c>EMAILSETTINGS_STORE</c> or the documented
    /// default.</param>
    public static EmailSettingsSession Open(string front, IStoreFactory stores, string? location = null) => Open(Actor.Current(front), stores, location);

    /// <summary>The same for a caller that is not the account of the process.</summary>
    /// <param name="actor">Who works, through which front.</param>
    /// <param name="stores">Opens stores.</param>
    /// <param name="location">A place as the stores have it; null for <c>EMAILSETTINGS_STORE</c> or the documented
    /// default.</param>
    public static EmailSettingsSession Open(Actor actor, IStoreFactory stores, string? location = null) => new(
        stores.Open(location ?? StorePath.Default), actor, new CertificateStores(), TimeProvider.System);

    /// <summary>
    /// Opens the store and reads what nearly every operation begins with, for a front that has something else to do in the
    /// meantime. What stands in the way is told by the operation.
    /// </summary>
    public void ReadAhead()
    {
        try
        {
            _store.Read(StoreParts.Basic | StoreParts.Access);
        }
        catch (EmailSettingsException)
        {
            // The operation meets the same.
        }
    }

    /// <summary>Closes the store.</summary>
    public void Dispose() => _store.Dispose();
}
