package dev.ssot.rules.model;

/** Whether a change has brought a finding about. */
public enum Novelty {
  /** The scan compared nothing. */
  NOT_COMPARED,
  /** The finding was not there before, or was accepted or milder. */
  INTRODUCED,
  /** The finding was there before. */
  THERE_BEFORE
}
