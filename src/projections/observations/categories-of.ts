import type { CategoryChoice } from '../../domain/observation/events.js';

/** Categories out of the text by which rows name their combination. */
export const categoriesOf = (key: string): readonly CategoryChoice[] =>
  key === ''
    ? []
    : key.split(';').map((choice) => {
        const [dimension = '', category = ''] = choice.split('=');
        return { dimension, category };
      });
