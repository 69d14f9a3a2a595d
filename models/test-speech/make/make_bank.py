"""Make the bank of held-out sentences that meetings of any length are composed of in bench/sounds.

usage: make_bank.py OUT_DIR      (needs espeak-ng's library, and sox to write FLAC)
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import wave
import numpy as np
import grammar
import synth

SR = synth.SR
# voice, words a minute, pitch
VOICES = [("en-us+m3", 158, 45), ("en-gb+f2", 165, 55), ("en-us+f4", 162, 50)]
SENTENCES = 18
SHORT = ["Okay.", "I agree.", "Good question.", "Sounds good.", "That makes sense."]
PAD = SR // 10


def sentences(r):
    """held-out sentences that no other voice says, and some short phrases"""
    said = set()
    while len(said) < SENTENCES * len(VOICES):
        said.add(grammar.heldout_sentence(r))
    said = sorted(said)
    r.shuffle(said)
    return [said[i::len(VOICES)] + SHORT for i in range(len(VOICES))]


def ends_at_pause(words, phones):
    """a word ends where its voice does, not after the pause that a comma makes"""
    out = []
    for a, e, _ in words:
        inside = [(t, p) for t, p in phones if a < t < e]
        while inside and inside[-1][1] == "_":
            e = inside.pop()[0]
        out.append([round(a * 1000 / SR), round(e * 1000 / SR)])
    return out


def save(path, x):
    with tempfile.TemporaryDirectory() as d:
        raw = os.path.join(d, "a.wav")
        with wave.open(raw, "wb") as w:
            w.setnchannels(1)
            w.setsampwidth(2)
            w.setframerate(SR)
            w.writeframes(x.astype("<i2").tobytes())
        subprocess.run(["sox", raw, "-C", "8", path], check=True)


def main(d):
    os.makedirs(d, exist_ok=True)
    voice, bank = synth.Espeak(), []
    for (name, speed, pitch), texts in zip(VOICES, sentences(random.Random(2026))):
        pieces, lines, at = [], [], 0
        for text in texts:
            x, words, phones = voice.say(text, name, speed, pitch)
            x = np.round(x * 0.5).astype(np.int16)
            lines.append({"text": text, "from": at, "to": at + len(x), "words": ends_at_pause(words, phones)})
            pieces += [x, np.zeros(PAD, np.int16)]
            at += len(x) + PAD
        file = name.replace("+", "-") + ".flac"
        save(os.path.join(d, file), np.concatenate(pieces))
        bank.append({"voice": name, "file": file, "sentences": lines})
    with open(os.path.join(d, "bank.json"), "w") as f:
        json.dump(bank, f, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
