/** What a person has to mend, said in one way: place, fault, remedy. */
@NullMarked
package dev.ssot.cli.message;

import org.jspecify.annotations.NullMarked;
