/** What the build does to a finished jar. */
@NullMarked
package dev.ssot.packaging;

import org.jspecify.annotations.NullMarked;
