using Modular.GraphQL.Execution;

namespace Modular.GraphQL.Response;

/// <summary>Writes what the draft of incremental delivery adds to a response.</summary>
/// <param name="sink">Where to.</param>
/// <param name="showExceptions">Whether errors show the exceptions behind them.</param>
/// <param name="context">The request.</param>
internal readonly struct PayloadWriter(JsonSink sink, bool showExceptions, RequestContext context)
{
    /// <summary>Writes a part that follows the first one.</summary>
    public void Write(Payload payload)
    {
        sink.WriteRaw("{\"hasNext\":"u8);
        sink.WriteBoolean(payload.HasNext);
        WritePending(payload.Pending);
        WriteIncremental(payload.Incremental);
        WriteCompleted(payload.Completed);
        WriteErrors(payload.Errors);
        if (payload.Extensions is { } extensions)
        {
            sink.WriteRaw(",\"extensions\":"u8);
            JsonValues.WriteMap(extensions, sink);
        }

        sink.WriteRaw((byte)'}');
    }

    /// <summary>Writes what the first part has beside data and errors.</summary>
    public void WriteMembers(Payload payload)
    {
        WritePending(payload.Pending);
        sink.WriteRaw(",\"hasNext\":"u8);
        sink.WriteBoolean(payload.HasNext);
    }

    private void WritePending(List<Delivery> pending)
    {
        if (pending.Count == 0) return;
        sink.WriteRaw(",\"pending\":"u8);
        for (var i = 0; i < pending.Count; i++)
        {
            sink.WriteRaw(i == 0 ? (byte)'[' : (byte)',');
            WriteId(pending[i].Id);
            sink.WriteRaw(",\"path\":"u8);
            JsonValues.Write(pending[i].Path, sink);
            if (pending[i].Label is { } label)
            {
                sink.WriteRaw(",\"label\":"u8);
                sink.WriteString(label);
            }

            sink.WriteRaw((byte)'}');
        }

        sink.WriteRaw((byte)']');
    }

    private void WriteIncremental(List<IncrementalEntry> entries)
    {
        if (entries.Count == 0) return;
        sink.WriteRaw(",\"incremental\":"u8);
        for (var i = 0; i < entries.Count; i++)
        {
            sink.WriteRaw(i == 0 ? (byte)'[' : (byte)',');
            WriteId(entries[i].Id);
            if (entries[i] is DeferredEntry deferred) WriteData(deferred);
            else WriteItems((ItemsEntry)entries[i]);
            WriteErrors(entries[i].Errors);
            sink.WriteRaw((byte)'}');
        }

        sink.WriteRaw((byte)']');
    }

    private void WriteData(DeferredEntry entry)
    {
        if (entry.SubPath.Length > 0)
        {
            sink.WriteRaw(",\"subPath\":"u8);
            JsonValues.Write(entry.SubPath, sink);
        }

        sink.WriteRaw(",\"data\":"u8);
        ResponseWriter.WriteObject(entry.Object, entry.Index, sink);
    }

    private void WriteItems(ItemsEntry entry)
    {
        sink.WriteRaw(",\"items\":"u8);
        ResponseWriter.WriteItems(entry.Items, entry.Start, entry.End, sink);
    }

    private void WriteCompleted(List<(int Id, GraphQLError? Error)> completed)
    {
        if (completed.Count == 0) return;
        sink.WriteRaw(",\"completed\":"u8);
        for (var i = 0; i < completed.Count; i++)
        {
            sink.WriteRaw(i == 0 ? (byte)'[' : (byte)',');
            WriteId(completed[i].Id);
            if (completed[i].Error is { } error) WriteErrors([error]);
            sink.WriteRaw((byte)'}');
        }

        sink.WriteRaw((byte)']');
    }

    private void WriteErrors(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0) return;
        sink.WriteRaw(",\"errors\":"u8);
        ErrorWriter.Write(errors, showExceptions, context, sink);
    }

    // Ids are strings to the client, which must not read anything into them.
    private void WriteId(int id)
    {
        sink.WriteRaw("{\"id\":\""u8);
        sink.WriteInt(id);
        sink.WriteRaw((byte)'"');
    }
}
