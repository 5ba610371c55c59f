using System.Collections.Concurrent;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Answers of the network that many servers' tests want at once: asked for once, and kept for a while, silence too.
/// </summary>
/// <param name="kept">How long an answer is kept after it came: for the other tests of a run, not for a second try by
/// hand.</param>
internal sealed class SharedAnswers<T>(TimeSpan kept)
{
    private readonly ConcurrentDictionary<(string Question, TimeSpan Limit), Lazy<Task<T>>> _answers = new();

    /// <summary>The answer to a question, asked now if nobody has.</summary>
    /// <param name="question">The question.</param>
    /// <param name="limit">How long an answer is waited for: who waits longer is not given the silence of who waited
    /// less.</param>
    /// <param name="ask">Asks, independent of any caller; returns without blocking.</param>
    public Task<T> GetAsync(string question, TimeSpan limit, Func<Task<T>> ask)
    {
        var key = (question, limit);
        var mine = new Lazy<Task<T>>(ask);
        var answer = _answers.GetOrAdd(key, mine);
        if (answer == mine)
            _ = ForgetAsync(KeyValuePair.Create(key, mine));
        return answer.Value;
    }

    private async Task ForgetAsync(KeyValuePair<(string Question, TimeSpan Limit), Lazy<Task<T>>> answer)
    {
        await Task.WhenAny(answer.Value.Value).ConfigureAwait(false);
        await Task.Delay(kept).ConfigureAwait(false);
        _answers.TryRemove(answer);
    }
}
