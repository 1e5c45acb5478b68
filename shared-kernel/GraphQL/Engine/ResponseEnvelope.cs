using System.Buffers;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;

namespace Modular.GraphQL;

/// <summary>Writes the top of a response: errors first, as the specification advises (section 7.1), then data, then extensions.</summary>
internal readonly struct ResponseEnvelope(IBufferWriter<byte> output, bool showExceptions, RequestContext context)
{
    /// <summary>Answers a request that is not executed: without <c>data</c>.</summary>
    public ExecutionOutcome Reject(RequestFailure failure)
    {
        GraphQLTelemetry.Failed(failure.Errors);
        var sink = new JsonSink(output);
        sink.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(failure.Errors, showExceptions, context, sink);
        sink.WriteRaw((byte)'}');
        sink.Flush();
        return new(failure.Status, failure.Operation, failure.Errors.Count, HasData: false);
    }

    /// <summary>Answers a request that was executed.</summary>
    /// <param name="result">The executed operation.</param>
    /// <param name="errors">Its errors.</param>
    /// <param name="type">The operation's type.</param>
    /// <param name="later">What is announced to come later; nothing when this is the whole response.</param>
    public ExecutionOutcome Write(
        ExecutionResult result, IReadOnlyList<GraphQLError> errors, OperationType type, Payload? later = null)
    {
        var sink = new JsonSink(output);
        sink.WriteRaw((byte)'{');
        if (errors.Count > 0)
        {
            GraphQLTelemetry.Failed(errors);
            sink.WriteRaw("\"errors\":"u8);
            ErrorWriter.Write(errors, showExceptions, context, sink);
            sink.WriteRaw((byte)',');
        }

        sink.WriteRaw("\"data\":"u8);
        ResponseWriter.WriteData(result, sink);
        if (later is not null) new PayloadWriter(sink, showExceptions, context).WriteMembers(later);
        if (context.Extensions.Count > 0)
        {
            sink.WriteRaw(",\"extensions\":"u8);
            JsonValues.WriteMap(context.Extensions, sink);
        }

        sink.WriteRaw((byte)'}');
        sink.Flush();
        return new(ExecutionStatus.Executed, type, errors.Count, !result.IsNull);
    }

    /// <summary>Writes a further part of a response.</summary>
    public void Write(Payload payload)
    {
        var sink = new JsonSink(output);
        new PayloadWriter(sink, showExceptions, context).Write(payload);
        sink.Flush();
    }
}
