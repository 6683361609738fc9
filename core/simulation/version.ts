// Version of the engine: same plan, seed and engine version give the same bytes.
export const engineVersion = '1.5.0';
