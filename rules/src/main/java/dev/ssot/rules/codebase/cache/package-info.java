/**
 * Facts of earlier scans, kept on disk by the content of files.
 *
 * <p>Whatever becomes of the cache, a scan has the same facts with and without it.
 */
@NullMarked
package dev.ssot.rules.codebase.cache;

import org.jspecify.annotations.NullMarked;
