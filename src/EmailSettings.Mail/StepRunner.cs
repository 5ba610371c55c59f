using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail;

/// <summary>
/// Runs the steps of a session, each with its deadline, and turns errors into failures. After a transport failure, or a reply
/// that ends the session, it runs no more.
/// </summary>
internal sealed class StepRunner
{
    private readonly TimeProvider _time;
    private readonly Action _close;

    /// <param name="time">The clock for deadlines and durations.</param>
    /// <param name="close">Closes the connection.</param>
    public StepRunner(TimeProvider time, Action close)
    {
        _time = time;
        _close = close;
    }

    /// <summary>The failure that ended the connection; null if none did.</summary>
    public MailFailure? Broken { get; private set; }

    /// <summary>Runs a step.</summary>
    /// <param name="command">The command that the step sends, to be named in its failure; null for none.</param>
    /// <param name="limit">The time limit of the whole step; infinite if the step has its own.</param>
    /// <param name="onTimeout">The failure to return on timeout.</param>
    /// <param name="step">The step.</param>
    /// <param name="factsOf">What is known in spite of a failure; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<MailResult<T>> RunAsync<T>(
        string? command,
        TimeSpan limit,
        Func<MailFailure> onTimeout,
        Func<CancellationToken, Task<T>> step,
        Func<MailFailure, T?>? factsOf,
        CancellationToken cancellationToken)
        where T : class
    {
        if (Broken is not null)
            return new MailResult<T> { Failure = Broken, Facts = factsOf?.Invoke(Broken) };
        cancellationToken.ThrowIfCancellationRequested();
        var start = _time.GetTimestamp();
        using var deadline = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        MailFailure failure;
        try
        {
            var facts = await step(either.Token).ConfigureAwait(false);
            return new MailResult<T> { Facts = facts, Duration = _time.GetElapsedTime(start) };
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is OperationCanceledException or IOException or SocketException)
        {
            End(new MailFailure { Kind = MailFailureKind.Disconnected, Command = command, Detail = "The step was cancelled." });
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            failure = onTimeout();
        }
        catch (WireException e)
        {
            failure = e.Failure;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // A cancelled stream may throw an exception of its own.
            failure = deadline.IsCancellationRequested
                ? onTimeout()
                : new MailFailure { Kind = MailFailureKind.Disconnected, Detail = $"{e.GetType().Name}: {e.Message}" };
        }

        failure = failure with { Command = failure.Command ?? command };
        if (failure.Reply is { EndsSession: true } || EndsConnection(failure.Kind))
            End(failure);
        return new MailResult<T> { Failure = failure, Facts = factsOf?.Invoke(failure), Duration = _time.GetElapsedTime(start) };
    }

    /// <summary>Closes the connection; every later step returns this failure.</summary>
    public void End(MailFailure failure)
    {
        Broken ??= failure;
        _close();
    }

    private static bool EndsConnection(MailFailureKind kind) => kind is MailFailureKind.CertificateRefused or MailFailureKind.HandshakeFailed
        or MailFailureKind.Injection or MailFailureKind.NotThisProtocol or MailFailureKind.Malformed or MailFailureKind.TooLong
        or MailFailureKind.TimedOut or MailFailureKind.Disconnected or MailFailureKind.ClientCertificateRequired;
}
