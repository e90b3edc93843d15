package dev.ssot.cli.rpc;

/** Why a call has no result; the codes are those of JSON-RPC 2.0 and of the protocols above it. */
public final class RpcError extends RuntimeException {

  public static final int PARSE_ERROR = -32700;
  public static final int INVALID_REQUEST = -32600;
  public static final int METHOD_NOT_FOUND = -32601;
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL_ERROR = -32603;

  private final int code;

  public RpcError(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The number that the protocols give it. */
  public int code() {
    return code;
  }

  /** What was sent along with a call is not what it needs. */
  public static RpcError invalidParams(String message) {
    return new RpcError(INVALID_PARAMS, message);
  }

  /** There is no such method. */
  public static RpcError unknownMethod(String method) {
    return new RpcError(METHOD_NOT_FOUND, "there is no method `%s`".formatted(method));
  }
}
