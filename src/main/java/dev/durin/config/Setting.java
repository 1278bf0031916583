package dev.durin.config;

/**
 * One setting that an operator may change.
 *
 * @param key its key
 * @param type how its text becomes a value
 * @param byDefault the text that holds when the key is not set; empty when there is none
 * @param meaning what it means, one sentence, for the documentation
 */
record Setting<T>(String key, SettingType<T> type, String byDefault, String meaning) {}
