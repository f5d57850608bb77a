/** Keeps the screen on, where the browser can and may. Where it can't, nothing is missing but that. */
export class Awake {
  private lock: WakeLockSentinel | undefined;
  private wanted = false;
  private asking = false;

  /** To be asked again when the page comes back into sight: the browser let go when it went. */
  async keep(on: boolean): Promise<void> {
    this.wanted = on;
    if (this.asking) return;
    this.asking = true;
    try {
      if (on && this.lock?.released !== false) this.lock = await navigator.wakeLock.request("screen");
      if (!this.wanted) await this.lock?.release();
    } catch {
      // A page over plain http has no such thing, and a battery that runs low refuses it.
    }
    this.asking = false;
  }
}

/** Two soft notes. There is no sound, and nothing that could make one, before it is turned on. */
export class Tone {
  private audio: AudioContext | undefined;
  private on = false;

  /** Turns the sound on, so that one hears what it is, or off; returns which. */
  toggle(): boolean {
    this.on = !this.on;
    this.play();
    return this.on;
  }

  play(): void {
    if (!this.on) return;
    this.audio ??= new AudioContext();
    void this.audio.resume();
    this.note(this.audio, 523, 0);
    this.note(this.audio, 659, 0.35);
  }

  /** A note of so many hertz in so many seconds, which swells and fades without a click. */
  private note(audio: AudioContext, pitch: number, after: number): void {
    const from = audio.currentTime + after;
    const voice = audio.createOscillator();
    const loudness = audio.createGain();
    voice.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.12, from + 0.06);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 1.2);
    voice.connect(loudness).connect(audio.destination);
    voice.start(from);
    voice.stop(from + 1.2);
  }
}
