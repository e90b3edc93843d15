/** Messages of JSON-RPC 2.0 over two streams, whatever is said by them. */
@NullMarked
package dev.ssot.cli.rpc;

import org.jspecify.annotations.NullMarked;
