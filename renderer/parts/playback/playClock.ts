// The time of a player: where it is, whether it goes on, how fast. Knows neither the picture nor the page.

/** Who wants less movement sees a new picture twice a second instead of a film. */
const stillStepSeconds = 0.5;

export interface ClockOptions {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly isStill: boolean;
}

type Listener = () => void;

export class PlayClock {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Simulated seconds in a second. */
  speed = 300;
  /** What is known of the stretch so far: the time waits there for more. */
  knownToSeconds: number;
  private at: number;
  private playing = false;
  private gathered = 0;
  private readonly isStill: boolean;
  private readonly frames = new Set<Listener>();
  private readonly changes = new Set<Listener>();

  constructor({ fromSeconds, toSeconds, isStill }: ClockOptions) {
    this.fromSeconds = fromSeconds;
    this.toSeconds = toSeconds;
    this.knownToSeconds = fromSeconds;
    this.at = fromSeconds;
    this.isStill = isStill;
  }

  get nowSeconds(): number {
    return this.at;
  }
  get isPlaying(): boolean {
    return this.playing;
  }

  /** Each new picture. */
  onFrame(listener: Listener): () => void {
    this.frames.add(listener);
    return () => this.frames.delete(listener);
  }
  /** Begin, end, jump: what people do with it. */
  onChange(listener: Listener): () => void {
    this.changes.add(listener);
    return () => this.changes.delete(listener);
  }

  play(): void {
    if (this.at >= this.toSeconds) this.at = this.fromSeconds;
    this.playing = true;
    this.gathered = 0;
    this.tell();
  }
  pause(): void {
    this.playing = false;
    this.tell();
  }
  seek(atSeconds: number): void {
    this.at = Math.min(this.toSeconds, Math.max(this.fromSeconds, atSeconds));
    this.tell();
  }

  /** Time has passed; returns whether the picture is another one. */
  tick(seconds: number): boolean {
    if (!this.playing) return false;
    // A page that was hidden does not jump.
    this.gathered += Math.min(seconds, 0.5);
    if (this.isStill && this.gathered < stillStepSeconds) return false;
    const next = Math.min(this.knownToSeconds, this.at + this.gathered * this.speed);
    this.gathered = 0;
    if (next <= this.at && this.knownToSeconds < this.toSeconds) return false;
    this.at = Math.max(this.at, next);
    for (const listener of this.frames) listener();
    if (this.at >= this.toSeconds) this.pause();
    return true;
  }

  private tell(): void {
    for (const listener of this.frames) listener();
    for (const listener of this.changes) listener();
  }
}
