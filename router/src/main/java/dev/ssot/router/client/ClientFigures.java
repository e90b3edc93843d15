package dev.ssot.router.client;

/**
 * What a client has seen.
 *
 * @param connections connections that were welcomed
 * @param resumed those that went on where the one before had ended
 * @param duplicates events that came twice and were handed over once
 * @param gaps losses that were noticed and mended by resuming
 */
public record ClientFigures(long connections, long resumed, long duplicates, long gaps) {}
