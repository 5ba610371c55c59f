# For tests that need a scripted mail server.

# A server in a separate runspace with the same dialogue for every client: a greeting, then an answer to each line, by its first
# word that is a key. Lines without a key get no answer.
function Start-Server([string[]] $Greeting, [hashtable] $Answers) {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $heard = [Collections.Concurrent.ConcurrentQueue[string]]::new()
    $shell = [powershell]::Create().AddScript({
            param($Listener, $Greeting, $Answers, $Heard)
            while ($true) {
                $client = $Listener.AcceptTcpClient()
                try {
                    $stream = $client.GetStream()
                    $reader = [IO.StreamReader]::new($stream)
                    $writer = [IO.StreamWriter]::new($stream)
                    $writer.NewLine = "`r`n"
                    $writer.AutoFlush = $true
                    foreach ($line in $Greeting) { $writer.WriteLine($line) }
                    while ($null -ne ($line = $reader.ReadLine())) {
                        $Heard.Enqueue($line)
                        $tag, $rest = $line -split ' ', 2
                        $key = @($tag, ("$rest" -split ' ')[0]).Where({ $Answers.ContainsKey($_) }, 'First')
                        foreach ($answer in $key ? $Answers[$key[0]] : @()) { $writer.WriteLine($answer.Replace('TAG', $tag)) }
                    }
                } catch [IO.IOException] { $null = $_ } finally { $client.Dispose() }
            }
        }).AddArgument($listener).AddArgument($Greeting).AddArgument($Answers).AddArgument($heard)
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Port = $listener.LocalEndpoint.Port; Listener = $listener; Shell = $shell; Heard = $heard }
}

function Stop-Server($Server) {
    $Server.Listener.Stop()
    $Server.Shell.Stop()
    $Server.Shell.Dispose()
}
