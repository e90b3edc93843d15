/**
 * The scripted agent of the demonstration: it chooses tools by the words of a question, calls them
 * and answers with what they found.
 *
 * <p>{@link dev.ssot.router.demo.agent.ScriptedAgent} is the way in.
 */
@NullMarked
package dev.ssot.router.demo.agent;

import org.jspecify.annotations.NullMarked;
