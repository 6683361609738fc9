// One accent colour, neutral greys with a trace of it, and type that suits Vazirmatn.
import { createTheme, InputWrapper, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eff2ff',
  '#e0e6fd',
  '#c3cffa',
  '#a3b6f6',
  '#8aa2f1',
  '#6a86e8',
  '#4f6bdb',
  '#3a56c4',
  '#3047a3',
  '#273a85',
];

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f1f5',
  '#e5e7ed',
  '#d7dae3',
  '#c2c6d2',
  '#9aa0b0',
  '#6a7182',
  '#4a5060',
  '#323744',
  '#1d212b',
];

const dark: MantineColorsTuple = [
  '#e4e6ed',
  '#c0c4d0',
  '#9fa5b5',
  '#6f7688',
  '#3c4252',
  '#2c313e',
  '#20242e',
  '#161920',
  '#101218',
  '#0a0b0f',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { accent, gray, dark },
  black: '#1a1d26',
  fontFamily: "'Vazirmatn Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    // A hint above its field would push the field below those beside it.
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
});
