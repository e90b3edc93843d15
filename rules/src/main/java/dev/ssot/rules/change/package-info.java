/** What one scan has that an earlier one had not: findings and permissions. */
@NullMarked
package dev.ssot.rules.change;

import org.jspecify.annotations.NullMarked;
