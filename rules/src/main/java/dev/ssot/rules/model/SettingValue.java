package dev.ssot.rules.model;

/**
 * One of the values that a setting has.
 *
 * @param type qualified name of the type that gives it
 * @param name of the constant, or the key of the setting
 * @param written the expression as written
 * @param value as evaluated, with its unit where there is one
 */
public record SettingValue(
    String type, String name, String written, String value, Location place) {}
